package org.junheng.impact;

import java.util.Optional;
import org.junheng.metric.Words;

/**
 * The effect in one cell and what every school adds to its error (influence function), as in Sant'Anna and Zhao 2020 for panel data.
 *
 * <p>With weights w1 = 1 for schools that joined, w0 = odds of joining for the others (REG: none), r = change less prediction (IPW: change):
 * effect = sum w1 r / sum w1 - sum w0 r / sum w0. A comparison school with a propensity of {@value #TRIMMED} or more has no weight. The
 * influence includes that of the estimated logit and regression. Regression alone is the case w0 = 0 with r of both groups.
 */
final class Contrast {
    static final double TRIMMED = 0.995;

    private final double effect;
    private final double[] influence;

    private Contrast(double effect, double[] influence) {
        this.effect = effect;
        this.influence = influence;
    }

    double effect() {
        return effect;
    }

    /** Of the i-th school of the cell; the mean of the squares over n schools, divided by n, is the variance of the effect. */
    double influence(int i) {
        return influence[i];
    }

    /** A contrast, or why there is none. */
    record Attempt(Optional<Contrast> contrast, Words reason) {
        static Attempt refused(Words reason) {
            return new Attempt(Optional.empty(), reason);
        }
    }

    static Attempt of(Cell cell, EffectEstimator estimator) {
        Optional<OutcomeRegression> regression = estimator.regresses() ? OutcomeRegression.fit(cell) : Optional.empty();
        if (estimator.regresses() && regression.isEmpty()) {
            return Attempt.refused(new Words(
                    "对照学校的协变量共线(" + cell.others() + "所学校,含截距" + cell.terms() + "项),无法估计",
                    "covariates are collinear among the comparison schools (" + cell.others() + " schools, "
                            + cell.terms() + " terms with the intercept)"));
        }
        Optional<Logit> logit = estimator.weighs() ? Logit.fit(cell) : Optional.empty();
        Words obstacle = estimator.weighs() ? Logit.obstacle(logit) : Words.NONE;
        if (!obstacle.equals(Words.NONE)) {
            return Attempt.refused(obstacle);
        }
        return new Solution(cell, regression, logit).attempt();
    }

    /** The sums behind one contrast, with the names of the paper. */
    private static final class Solution {
        private final Cell cell;
        private final Optional<OutcomeRegression> regression;
        private final Optional<Logit> logit;
        private final double[] treat;
        private final double[] cont;
        private final double[] residuals;

        Solution(Cell cell, Optional<OutcomeRegression> regression, Optional<Logit> logit) {
            this.cell = cell;
            this.regression = regression;
            this.logit = logit;
            this.treat = new double[cell.size()];
            this.cont = new double[cell.size()];
            this.residuals = new double[cell.size()];
            for (int i = 0; i < cell.size(); i++) {
                treat[i] = i < cell.treated() ? 1 : 0;
                cont[i] = i < cell.treated() ? 0 : odds(i);
                residuals[i] = regression.isPresent() ? regression.get().residual(i) : cell.change(i);
            }
        }

        private double odds(int i) {
            if (logit.isEmpty()) {
                return 0;
            }
            double p = logit.get().propensity(i);
            return p < TRIMMED ? p / (1 - p) : 0;
        }

        Attempt attempt() {
            double weight = Moments.sum(cont);
            if (logit.isPresent() && !(weight > 0)) {
                return Attempt.refused(new Words("对照学校都没有权重", "no comparison school has any weight"));
            }
            double joined = Moments.product(residuals, treat) / cell.treated();
            double others = logit.isPresent() ? Moments.product(residuals, cont) / weight : 0;
            double[] influence = new double[cell.size()];
            for (int i = 0; i < influence.length; i++) {
                influence[i] = cell.size() * treat[i] * (residuals[i] - joined) / cell.treated();
                if (logit.isPresent()) {
                    influence[i] -= cell.size() * cont[i] * (residuals[i] - others) / weight;
                }
            }
            regression.ifPresent(r -> addRegression(r, weight, influence));
            logit.ifPresent(l -> addLogit(l, others, weight, influence));
            return new Attempt(Optional.of(new Contrast(joined - others, influence)), Words.NONE);
        }

        /** The estimated regression: mean covariates of the joined less those of the weighted comparison schools. */
        private void addRegression(OutcomeRegression r, double weight, double[] influence) {
            double[] m = Moments.sums(cell, treat);
            double[] m3 = Moments.sums(cell, cont);
            for (int j = 0; j < m.length; j++) {
                m[j] = m[j] / cell.treated() - (weight > 0 ? m3[j] / weight : 0);
            }
            double[] v = r.overProducts(m);
            for (int i = cell.treated(); i < influence.length; i++) {
                influence[i] -= cell.size() * residuals[i] * along(v, i);
            }
        }

        /** The estimated propensities. */
        private void addLogit(Logit l, double others, double weight, double[] influence) {
            double[] around = new double[cell.size()];
            for (int i = 0; i < around.length; i++) {
                around[i] = cont[i] * (residuals[i] - others);
            }
            double[] v = l.overInformation(Moments.sums(cell, around));
            for (int i = 0; i < influence.length; i++) {
                double score = (treat[i] - l.propensity(i)) * along(v, i);
                influence[i] -= cell.size() * score / weight;
            }
        }

        private double along(double[] v, int i) {
            double sum = 0;
            for (int j = 0; j < v.length; j++) {
                sum += v[j] * cell.x(j, i);
            }
            return sum;
        }
    }
}
