package org.junheng.metric;

import org.jspecify.annotations.Nullable;

/**
 * A standard error and a two-sided interval.
 *
 * @param se standard error; null where the method has none (a Wilson interval)
 * @param level coverage, 0.95
 */
public record Interval(@Nullable Double se, double low, double high, double level) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval " + low + " .. " + high);
        }
    }
}
