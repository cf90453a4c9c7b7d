package org.junheng.stats;

import java.util.TreeMap;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.junheng.metric.Interval;

/**
 * The bootstrap of a median without a draw: the distribution of the median of n units drawn with replacement is known in closed form (Efron
 * 1979; Maritz and Jarrett 1978), so it has no Monte Carlo error.
 *
 * <p>With F the distribution of the units, for odd n {@code P(M <= v) = P(Bin(n, F(v)) >= (n + 1) / 2)}; for even n = 2m the two middle
 * values have {@code P(X_m <= a, X_m+1 > b) = C(n, m) F(a)^m (1 - F(b))^m} for a &lt;= b, and the median is their mean.
 *
 * <p>The standard error is the standard deviation of that distribution, the interval goes from its lower to its upper percentile.
 */
public final class MedianBootstrap {
    /** What a sum of probabilities may miss. */
    private static final double ROUNDING = 1e-12;

    private final double[] values;
    private final double[] below;
    private final long n;
    private final TreeMap<Double, Double> chances = new TreeMap<>();

    private MedianBootstrap(double[] values, long[] counts) {
        this.values = values;
        this.below = new double[values.length + 1];
        long units = 0;
        for (long count : counts) {
            units += count;
        }
        this.n = units;
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += counts[i];
            below[i + 1] = (double) sum / units;
        }
    }

    /**
     * @param values distinct, in rising order
     * @param counts how many units have each of them; at least one unit
     */
    public static Interval of(double[] values, long[] counts, double level) {
        MedianBootstrap bootstrap = new MedianBootstrap(values, counts);
        if (bootstrap.n % 2 == 0) {
            bootstrap.pairs();
        } else {
            bootstrap.singles();
        }
        return bootstrap.interval(level);
    }

    private void singles() {
        for (int i = 0; i < values.length; i++) {
            put(values[i], middle(i, (n + 1) / 2));
        }
    }

    /** Of two different middle values the lower is value i, the upper value j. */
    private void pairs() {
        long m = n / 2;
        double ways = Gamma.logGamma(n + 1.0) - 2 * Gamma.logGamma(m + 1.0);
        for (int i = 0; i < values.length; i++) {
            double lower = ways + logOfDifference(m, below[i + 1], below[i]);
            put(values[i], middle(i, m) - Math.exp(lower + m * Math.log1p(-below[i + 1])));
            for (int j = i + 1; j < values.length; j++) {
                put((values[i] + values[j]) / 2, Math.exp(lower + logOfDifference(m, 1 - below[j], 1 - below[j + 1])));
            }
        }
    }

    /** The probability that the k-th smallest unit has value i. */
    private double middle(int i, long k) {
        return atLeast(k, below[i + 1]) - atLeast(k, below[i]);
    }

    private double atLeast(long k, double share) {
        return share <= 0 ? 0 : share >= 1 ? 1 : Beta.regularizedBeta(share, k, n - k + 1.0);
    }

    /** {@code log(a^m - b^m)} for a &gt;= b &gt;= 0. */
    private static double logOfDifference(long m, double a, double b) {
        return m * Math.log(a) + Math.log1p(-Math.pow(b / a, m));
    }

    private void put(double value, double chance) {
        if (chance > 0) {
            chances.merge(value, chance, Double::sum);
        }
    }

    private Interval interval(double level) {
        double mean = 0;
        for (var chance : chances.entrySet()) {
            mean += chance.getKey() * chance.getValue();
        }
        double variance = 0;
        for (var chance : chances.entrySet()) {
            double distance = chance.getKey() - mean;
            variance += distance * distance * chance.getValue();
        }
        double tail = (1 - level) / 2;
        return new Interval(Math.sqrt(variance), percentile(tail), percentile(1 - tail), level);
    }

    /** The smallest value that the median does not exceed with this probability. */
    private double percentile(double probability) {
        double sum = 0;
        for (var chance : chances.entrySet()) {
            sum += chance.getValue();
            if (sum >= probability - ROUNDING) {
                return chance.getKey();
            }
        }
        return chances.lastKey();
    }
}
