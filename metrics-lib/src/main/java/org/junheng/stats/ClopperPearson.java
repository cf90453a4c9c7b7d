package org.junheng.stats;

import org.junheng.metric.Interval;

/**
 * The exact interval of Clopper and Pearson (1934) for a share.
 *
 * <p>{@code Beta(a/2; x, n - x + 1)} to {@code Beta(1 - a/2; x + 1, n - x)}; it ends at 0 for no success and at 1 for nothing else, and has no
 * standard error.
 */
public final class ClopperPearson {
    private ClopperPearson() {}

    /** Successes and n may have fractions, as an effective number of answers does. */
    public static Interval of(double successes, double n, double level) {
        if (!(n > 0 && successes >= 0 && successes <= n && level > 0 && level < 1)) {
            throw new IllegalArgumentException(successes + " of " + n + " at " + level);
        }
        double low = Critical.beta(successes, n - successes + 1, (1 - level) / 2);
        double high = Critical.beta(successes + 1, n - successes, (1 + level) / 2);
        return new Interval(null, low, high, level);
    }
}
