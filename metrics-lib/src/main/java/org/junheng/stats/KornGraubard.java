package org.junheng.stats;

import org.junheng.metric.Interval;

/**
 * The interval of Korn and Graubard (1998) for a share from a clustered or weighted sample: that of Clopper and Pearson for as many answers as
 * the sample is worth.
 *
 * <p>{@code n* = p(1 - p)/se^2 (t(n - 1)/t(df))^2}, both t at the level, never more than n (Parker et al. 2017, National Center for Health
 * Statistics); {@code x* = p n*}. Where p is 0 or 1, or the standard error is 0, n* is n.
 */
public final class KornGraubard {
    private KornGraubard() {}

    /**
     * @param n answers, at least 2
     * @param df sampled units less strata, at least 1
     */
    public static Interval of(double share, double se, double n, double df, double level) {
        double worth = share * (1 - share) / (se * se);
        double effective = n;
        if (Double.isFinite(worth) && worth > 0) {
            double ratio = Critical.student(n - 1, (1 + level) / 2) / Critical.student(df, (1 + level) / 2);
            effective = Math.min(n, worth * ratio * ratio);
        }
        Interval exact = ClopperPearson.of(Math.min(effective, share * effective), effective, level);
        return new Interval(se, Math.min(share, exact.low()), Math.max(share, exact.high()), level);
    }
}
