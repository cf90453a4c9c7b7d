package org.junheng.stats;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
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
     * @param shared what the uncertainty of the fixed effects adds: its squares add up to the difference of the squared prediction and
     *     conditional errors, its products with the numbers of another group to the covariance of their errors
     */
    public record Effect(
            String group,
            long n,
            double value,
            double conditionalSe,
            double predictionSe,
            double intervalSe,
            double reliability,
            List<Double> shared) {
        public Effect {
            shared = List.copyOf(shared);
        }
    }

    /**
     * The weighted mean of the effects of some groups.
     *
     * @param n units in these groups
     * @param conditionalSe with the fixed effects taken as known
     * @param intervalSe with the uncertainty of the fixed effects, which all groups share, and of the variances
     * @param highestSd standard deviation of the weighted mean when the variance of the groups is at the upper end of its interval
     */
    public record Combined(long n, double value, double conditionalSe, double intervalSe, double highestSd) {}

    /** The mean of effects with these weights by group; at least one weight is positive, groups that are not in the model have none. */
    public Combined combined(SortedMap<String, Double> weights) {
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        long n = 0;
        double value = 0;
        double conditional = 0;
        double shrinkage = 0;
        double squares = 0;
        double[] shared = new double[coefficients.size()];
        for (Effect effect : effects) {
            double share = weights.getOrDefault(effect.group(), 0.0) / total;
            if (share > 0) {
                n += effect.n();
                value += share * effect.value();
                squares += share * share;
                conditional += share * share * effect.conditionalSe() * effect.conditionalSe();
                shrinkage += share
                        * share
                        * (effect.intervalSe() * effect.intervalSe() - effect.predictionSe() * effect.predictionSe());
                for (int i = 0; i < shared.length; i++) {
                    shared[i] += share * effect.shared().get(i);
                }
            }
        }
        double fixed = 0;
        for (double part : shared) {
            fixed += part * part;
        }
        return new Combined(
                n,
                value,
                Math.sqrt(conditional),
                Math.sqrt(conditional + fixed + shrinkage),
                Math.sqrt(sigma2GroupsHigh * squares));
    }

    /** Fixed effects and the two variances. */
    public int parameters() {
        return coefficients.size() + 2;
    }

    public double aic() {
        return InformationCriteria.aic(criterion(), parameters());
    }

    public double bic() {
        return InformationCriteria.bic(criterion(), parameters(), units);
    }

    /** The standard deviation of an estimated effect when there is none: for tests of one group, not for comparing two. */
    public double diagnosticSe(Effect effect) {
        return Math.sqrt(sigma2Groups * effect.reliability());
    }

    /** The share of the groups in the variance that the terms leave. */
    public double icc() {
        return sigma2Groups / (sigma2Groups + sigma2Units);
    }

    /** -2 log-likelihood. */
    public double criterion() {
        return -2 * logLikelihood;
    }

    /** -2 log-likelihood of the same terms when groups do not differ. */
    public static double criterionWithoutGroups(BetweenWithin data, Estimator estimator) {
        return new ProfiledCriterion(data, estimator).at(0).criterion();
    }

    /** -2 log-likelihood of the fit alone, with the same terms; empty where there is none. */
    public static OptionalDouble lowestCriterion(BetweenWithin data, Estimator estimator) {
        ProfiledCriterion criterion = new ProfiledCriterion(data, estimator);
        if (!Estimability.obstacle(data, criterion.crossProducts(0)).equals(Words.NONE)) {
            return OptionalDouble.empty();
        }
        OptionalDouble best = VarianceRatio.best(criterion, data.meanSize());
        return best.isEmpty()
                ? best
                : OptionalDouble.of(criterion.at(best.getAsDouble()).criterion());
    }

    /** Fixed effects and the two variances of a fit of these variables. */
    public static int parameters(BetweenWithin data) {
        return data.variables().size() + 2;
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
