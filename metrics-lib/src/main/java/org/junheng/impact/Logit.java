package org.junheng.impact;

import java.util.Optional;
import org.junheng.metric.Words;
import org.junheng.stats.PositiveDefinite;

/**
 * The propensity to join: a logit fitted by maximum likelihood (iteratively reweighted least squares, McCullagh and Nelder 1989).
 *
 * <p>Comparison schools that the covariates single out as unlike any that joined have a propensity that goes to 0: the likelihood then rises
 * towards a limit without reaching it, and the fit is taken where it rises by less than one part in a hundred million. No fit when the
 * covariates are collinear, or when somebody's propensity is {@value #CERTAIN} or more: then there is nobody to compare with.
 */
final class Logit {
    static final double CERTAIN = 0.999;

    private static final int STEPS = 60;
    private static final double CONVERGED = 1e-12;
    private static final double RISEN = 1e-8;
    /** A maximum is reached within two steps of quadratic convergence once the likelihood hardly rises; a limit is not. */
    private static final int STILL_MOVING = 4;

    private final double[] propensities;
    private final PositiveDefinite information;

    private Logit(double[] propensities, PositiveDefinite information) {
        this.propensities = propensities;
        this.information = information;
    }

    double propensity(int i) {
        return propensities[i];
    }

    /** {@code I^-1 v}, with the information of all schools together. */
    double[] overInformation(double[] v) {
        return information.solve(v);
    }

    /** What stands against a fit; {@link Words#NONE} for one that holds. */
    static Words obstacle(Optional<Logit> fit) {
        if (fit.isEmpty()) {
            return new Words(
                    "加入概率无法估计(协变量共线,或能把两组学校完全分开)",
                    "the propensity to join cannot be estimated"
                            + " (covariates are collinear or separate the two groups)");
        }
        for (double p : fit.get().propensities) {
            if (p >= CERTAIN) {
                return new Words(
                        "有学校的加入概率不低于" + CERTAIN + ",没有可比的学校",
                        "a school's propensity to join is " + CERTAIN + " or more: nobody to compare it with");
            }
        }
        return Words.NONE;
    }

    static Optional<Logit> fit(Cell cell) {
        double[] beta = new double[cell.terms()];
        double share = (double) cell.treated() / cell.size();
        beta[0] = Math.log(share / (1 - share));
        double deviance = Double.POSITIVE_INFINITY;
        int level = 0;
        Optional<Logit> fit = Optional.empty();
        for (int step = 0; step < STEPS; step++) {
            double[] p = propensities(cell, beta);
            Optional<PositiveDefinite> information = information(cell, p);
            double left = deviance(cell, p);
            level = Math.abs(left - deviance) < RISEN * (left + 0.1) ? level + 1 : 0;
            deviance = left;
            if (information.isEmpty()) {
                return fit;
            }
            fit = level > 0 ? Optional.of(new Logit(p, information.get())) : Optional.empty();
            double[] move = information.get().solve(score(cell, p));
            if (level == STILL_MOVING || largest(move, beta) < CONVERGED) {
                return Optional.of(new Logit(p, information.get()));
            }
            for (int j = 0; j < beta.length; j++) {
                beta[j] += move[j];
            }
        }
        return Optional.empty();
    }

    private static double largest(double[] move, double[] beta) {
        double largest = 0;
        for (int j = 0; j < beta.length; j++) {
            largest = Math.max(largest, Math.abs(move[j]) / (1 + Math.abs(beta[j])));
        }
        return largest;
    }

    private static double deviance(Cell cell, double[] p) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum -= 2 * Math.log(i < cell.treated() ? p[i] : 1 - p[i]);
        }
        return sum;
    }

    private static double[] propensities(Cell cell, double[] beta) {
        double[] p = new double[cell.size()];
        for (int i = 0; i < p.length; i++) {
            double eta = 0;
            for (int j = 0; j < beta.length; j++) {
                eta += beta[j] * cell.x(j, i);
            }
            p[i] = 1 / (1 + Math.exp(-eta));
        }
        return p;
    }

    private static double[] score(Cell cell, double[] p) {
        double[] score = new double[cell.terms()];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < score.length; j++) {
                score[j] += ((i < cell.treated() ? 1 : 0) - p[i]) * cell.x(j, i);
            }
        }
        return score;
    }

    private static Optional<PositiveDefinite> information(Cell cell, double[] p) {
        double[] weights = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            weights[i] = p[i] * (1 - p[i]);
        }
        return PositiveDefinite.of(Moments.products(cell, weights));
    }
}
