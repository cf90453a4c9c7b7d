package org.junheng.survey;

import org.junheng.metric.Interval;
import org.junheng.stats.Critical;

/**
 * An estimate with its design standard error.
 *
 * @param se NaN where the design gives none
 * @param df sampled units less strata
 */
public record Estimate(double value, double se, double df) {

    /** Whether the design gives a standard error at all. */
    public boolean hasError() {
        return Double.isFinite(se) && df > 0;
    }

    /** {@code value -+ t(df) se}. */
    public Interval student(double level) {
        return around(Critical.student(df, (1 + level) / 2), level);
    }

    /** {@code value -+ z se}. */
    public Interval normal(double level) {
        return around(Critical.normal((1 + level) / 2), level);
    }

    private Interval around(double times, double level) {
        return new Interval(se, value - times * se, value + times * se, level);
    }
}
