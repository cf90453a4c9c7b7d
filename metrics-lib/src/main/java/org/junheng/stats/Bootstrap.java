package org.junheng.stats;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junheng.metric.Interval;

/**
 * What an estimate becomes in resamples of its units, and the intervals that follow.
 *
 * <p>The q quantile of R estimates is their {@code (R + 1) q}-th in order, interpolated on the scale of normal quantiles; beyond the outermost it is the
 * outermost (as {@code boot.ci} of R). With {@code z} the normal quantile of the level: normal {@code t - bias +- z se}; basic {@code 2t - Q(1-a), 2t - Q(a)};
 * percentile {@code Q(a), Q(1-a)}; BCa the percentiles at {@code Phi(z0 + (z0 + z_a) / (1 - a(z0 + z_a)))}.
 *
 * <p>Source: Davison and Hinkley 1997; Efron 1987 (BCa).
 */
public final class Bootstrap {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final double estimate;
    private final double[] sorted;
    private final double mean;

    /** @param replicates the estimate in every resample; at least two */
    public Bootstrap(double estimate, double[] replicates) {
        if (replicates.length < 2) {
            throw new IllegalArgumentException(replicates.length + " resamples");
        }
        this.estimate = estimate;
        this.sorted = replicates.clone();
        Arrays.sort(sorted);
        CompensatedSum sum = new CompensatedSum();
        for (double one : sorted) {
            sum.add(one);
        }
        this.mean = sum.value() / sorted.length;
    }

    public double mean() {
        return mean;
    }

    public double bias() {
        return mean - estimate;
    }

    public double standardError() {
        CompensatedSum squares = new CompensatedSum();
        for (double one : sorted) {
            squares.add((one - mean) * (one - mean));
        }
        return Math.sqrt(squares.value() / (sorted.length - 1));
    }

    public Interval normal(double level) {
        double centre = estimate - bias();
        double half = NORMAL.inverseCumulativeProbability(0.5 + level / 2) * standardError();
        return interval(centre - half, centre + half, level);
    }

    public Interval basic(double level) {
        double low = 0.5 - level / 2;
        return interval(2 * estimate - quantile(1 - low), 2 * estimate - quantile(low), level);
    }

    public Interval percentile(double level) {
        double low = 0.5 - level / 2;
        return interval(quantile(low), quantile(1 - low), level);
    }

    /** Corrected for bias and skewness. */
    public Interval bca(Jackknife jackknife, double level) {
        double a = jackknife.acceleration();
        double low = 0.5 - level / 2;
        return interval(quantile(corrected(low, a)), quantile(corrected(1 - low, a)), level);
    }

    /** Median bias: the normal quantile of the share of resamples below the estimate. */
    public double medianBias() {
        int below = 0;
        for (double one : sorted) {
            below += one < estimate ? 1 : 0;
        }
        return NORMAL.inverseCumulativeProbability(below / (double) sorted.length);
    }

    /** The percentile that BCa takes in place of a nominal one. */
    public double corrected(double nominal, double acceleration) {
        double z0 = medianBias();
        if (Double.isInfinite(z0)) {
            return z0 < 0 ? 0 : 1;
        }
        double z = z0 + NORMAL.inverseCumulativeProbability(nominal);
        return NORMAL.cumulativeProbability(z0 + z / (1 - acceleration * z));
    }

    /** The quantile of the resampled estimates. */
    public double quantile(double p) {
        int n = sorted.length;
        double place = (n + 1) * p;
        int below = (int) Math.floor(place);
        if (below < 1) {
            return sorted[0];
        } else if (below >= n) {
            return sorted[n - 1];
        }
        double low = NORMAL.inverseCumulativeProbability(below / (n + 1.0));
        double high = NORMAL.inverseCumulativeProbability((below + 1) / (n + 1.0));
        double part = (NORMAL.inverseCumulativeProbability(p) - low) / (high - low);
        return place == below ? sorted[below - 1] : sorted[below - 1] + part * (sorted[below] - sorted[below - 1]);
    }

    private Interval interval(double low, double high, double level) {
        return new Interval(standardError(), low, high, level);
    }
}
