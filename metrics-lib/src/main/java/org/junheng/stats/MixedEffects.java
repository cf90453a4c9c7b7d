package org.junheng.stats;

import java.util.List;
import org.junheng.metric.Words;

/**
 * A mixed model with one or more random factors, nested or crossed, each with an intercept and perhaps slopes (Harville 1977; Bates et al.
 * 2015), fitted by REML or ML from the sums of the combinations of levels alone.
 *
 * @param coefficients the intercept, then the terms
 * @param covariances of the coefficients, row by row
 * @param factors in the order in which they were asked for
 * @param logLikelihood restricted for REML, all constants included
 */
public record MixedEffects(
        Estimator estimator,
        List<RandomIntercept.Coefficient> coefficients,
        List<List<Double>> covariances,
        List<Factor> factors,
        double sigma2Units,
        double logLikelihood,
        long units)
        implements MixedModel {
    public MixedEffects {
        coefficients = List.copyOf(coefficients);
        covariances = covariances.stream().map(List::copyOf).toList();
        factors = List.copyOf(factors);
    }

    /**
     * A random factor as estimated.
     *
     * @param covariance of the effects of a level: intercept first, then the slopes
     * @param boundary what lies on the boundary, a variance of 0 or a correlation of 1, in words; {@link Words#NONE} when nothing does
     */
    public record Factor(RandomFactor factor, List<List<Double>> covariance, List<Level> levels, Words boundary) {
        public Factor {
            covariance = covariance.stream().map(List::copyOf).toList();
            levels = List.copyOf(levels);
        }

        /** The variance of effect i, 0 being the intercept. */
        public double variance(int i) {
            return covariance.get(i).get(i);
        }

        /** The correlation of two effects of a level; NaN where one has no variance. */
        public double correlation(int i, int j) {
            return covariance.get(i).get(j) / Math.sqrt(variance(i) * variance(j));
        }
    }

    /**
     * The predicted effects of one level.
     *
     * @param n units; those that belong to several levels by their shares, rounded
     * @param conditional their covariance with the fixed effects taken as known
     * @param prediction their covariance with the uncertainty of the fixed effects
     */
    public record Level(
            String level, long n, List<Double> effects, List<List<Double>> conditional, List<List<Double>> prediction) {
        public Level {
            effects = List.copyOf(effects);
            conditional = conditional.stream().map(List::copyOf).toList();
            prediction = prediction.stream().map(List::copyOf).toList();
        }

        public double conditionalSe(int i) {
            return Math.sqrt(conditional.get(i).get(i));
        }

        public double predictionSe(int i) {
            return Math.sqrt(prediction.get(i).get(i));
        }
    }

    /** Fixed effects, variances and covariances, and the unit variance. */
    public int parameters() {
        int parameters = coefficients.size() + 1;
        for (Factor factor : factors) {
            int size = factor.covariance().size();
            parameters += size * (size + 1) / 2;
        }
        return parameters;
    }

    /** -2 log-likelihood. */
    public double criterion() {
        return -2 * logLikelihood;
    }

    public double aic() {
        return InformationCriteria.aic(criterion(), parameters());
    }

    public double bic() {
        return InformationCriteria.bic(criterion(), parameters(), units);
    }

    /** The share of a factor's intercepts in the variance at the mean of the terms without slopes: all intercepts and the units. */
    public double share(int factor) {
        double all = sigma2Units;
        for (Factor each : factors) {
            all += each.variance(0);
        }
        return factors.get(factor).variance(0) / all;
    }

    /** Fits the response on the terms with these random factors. */
    public static MixedModel fit(CrossedSums data, List<RandomFactor> factors, Estimator estimator) {
        Words obstacle = MixedObstacle.of(data, factors);
        return obstacle.equals(Words.NONE)
                ? new MixedSolution(data, factors, estimator).fitted()
                : new MixedModel.NotFitted(obstacle);
    }
}
