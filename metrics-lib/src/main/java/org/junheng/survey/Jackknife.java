package org.junheng.survey;

import java.util.function.ToDoubleFunction;

/**
 * The jackknife of a sample drawn in clusters: one replicate without each cluster (JK1 for one stratum, JKn for several).
 *
 * <p>{@code sum_hj (1 - f_h) (n_h - 1)/n_h (t_hj - mean t)^2}, where {@code t_hj} is the estimate without cluster j of stratum h, the others of the
 * stratum raised by {@code n_h/(n_h - 1)}, and {@code mean t} the mean over all replicates.
 *
 * <p>Source: Wolter 2007, chapter 4; the same numbers as R's survey 4.1.1.
 */
public final class Jackknife {
    private Jackknife() {}

    /** @param statistic what is estimated, from a sample with its weights */
    public static Estimate of(SurveyDesign design, ToDoubleFunction<SurveyDesign> statistic) {
        double[] replicates = new double[design.clusters()];
        double mean = 0;
        for (int j = 0; j < replicates.length; j++) {
            replicates[j] = statistic.applyAsDouble(design.weighted(design.without(j)));
            mean += replicates[j] / replicates.length;
        }
        double variance = 0;
        for (int j = 0; j < replicates.length; j++) {
            variance += design.scale(j) * (replicates[j] - mean) * (replicates[j] - mean);
        }
        return new Estimate(statistic.applyAsDouble(design), Math.sqrt(variance), design.degreesOfFreedom());
    }
}
