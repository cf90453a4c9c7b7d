package org.junheng.stats;

import org.junheng.metric.Interval;

/**
 * The interval of Wilson (1927) for a share.
 *
 * <p>{@code (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)} without continuity correction; it ends exactly at 0 for no success and
 * exactly at 1 for nothing else, and has no standard error.
 */
public final class Wilson {
    private Wilson() {}

    public static Interval of(double successes, double n, double level) {
        if (!(n > 0 && successes >= 0 && successes <= n && level > 0 && level < 1)) {
            throw new IllegalArgumentException(successes + " of " + n + " at " + level);
        }
        double z = Critical.normal(0.5 + level / 2);
        double centre = successes + z * z / 2;
        double half = z * Math.sqrt(successes * (n - successes) / n + z * z / 4);
        double low = successes == 0 ? 0 : (centre - half) / (n + z * z);
        double high = successes == n ? 1 : (centre + half) / (n + z * z);
        return new Interval(null, low, high, level);
    }

    /**
     * With the continuity correction of Newcombe (1998), half an answer each way and never more than the distance from one half: wider, for those who
     * want at least the level. Like the other it ends at 0 for no success and at 1 for nothing else.
     */
    public static Interval corrected(double successes, double n, double level) {
        Interval plain = of(successes, n, level);
        double z = Critical.normal(0.5 + level / 2);
        double half = Math.min(0.5, Math.abs(successes - n / 2));
        double low = successes == 0 ? 0 : end(successes - half, n, z, -1);
        double high = successes == n ? 1 : end(successes + half, n, z, 1);
        return new Interval(null, Math.min(plain.low(), low), Math.max(plain.high(), high), level);
    }

    private static double end(double x, double n, double z, int side) {
        return (x + z * z / 2 + side * z * Math.sqrt(x * (n - x) / n + z * z / 4)) / (n + z * z);
    }
}
