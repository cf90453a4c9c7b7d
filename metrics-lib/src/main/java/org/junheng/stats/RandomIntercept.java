package org.junheng.stats;

import java.util.List;
import org.junheng.metric.Words;

/**
 * {@code y = X b + u_group + e}, fitted by REML or ML from the sums of the groups alone (Harville 1977; Bates et al. 2015).
 *
 * @param coefficients the intercept, then the terms
 * @param covariances of the coefficients, row by row
 * @param sigma2Groups variance of the groups' effects; exactly 0 when the likelihood is highest there
 * @param sigma2GroupsHigh upper end of its 95 % profile-likelihood interval
 * @param logLikelihood restricted for REML, all constants included
 * @param effects empirical-Bayes effect of every group
 */
public record RandomIntercept(
        Estimator estimator,
        List<Coefficient> coefficients,
        List<List<Double>> covariances,
        double sigma2Groups,
        double sigma2GroupsHigh,
        double sigma2Units,
        double logLikelihood,
        long units,
        List<Effect> effects)
        implements MixedModel {
    public RandomIntercept {
        coefficients = List.copyOf(coefficients);
        covariances = covariances.stream().map(List::copyOf).toList();
        effects = List.copyOf(effects);
    }

    /** A fixed effect. */
    public record Coefficient(String term, double estimate, double se) {}

    /**
     * The effect of a group.
     *
     * @param conditionalSe with the fixed effects taken as known
     * @param predictionSe with the uncertainty of the fixed effects
     * @param intervalSe with the uncertainty of the variances too (Prasad and Rao 1990, Datta and Lahiri 2000): root of {@code g1 + g2 + 2 g3}
     * @param reliability {@code sigma2_groups / (sigma2_groups + sigma2_units / n)}
     */
    public record Effect(
            String group,
            long n,
            double value,
            double conditionalSe,
            double predictionSe,
            double intervalSe,
            double reliability) {}

    /** The share of the groups in the variance that the terms leave. */
    public double icc() {
        return sigma2Groups / (sigma2Groups + sigma2Units);
    }

    /** -2 log-likelihood. */
    public double criterion() {
        return -2 * logLikelihood;
    }

    /** Fits the first variable on the others. */
    public static MixedModel fit(BetweenWithin data, Estimator estimator) {
        ProfiledCriterion criterion = new ProfiledCriterion(data, estimator);
        Words obstacle = Estimability.obstacle(data, criterion.crossProducts(0));
        if (!obstacle.equals(Words.NONE)) {
            return new NotFitted(obstacle);
        }
        return new RandomInterceptSolution(data, estimator, criterion).fitted();
    }
}
