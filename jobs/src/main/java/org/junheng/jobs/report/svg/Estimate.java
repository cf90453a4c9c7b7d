package org.junheng.jobs.report.svg;

import org.jspecify.annotations.Nullable;

/** A published number and its interval, where it has one. */
public record Estimate(
        double value, @Nullable Double low, @Nullable Double high) {
    public boolean hasInterval() {
        return low != null && high != null;
    }

    /** Whether the interval lies above a number as a whole. */
    public boolean isAbove(double number) {
        return low != null && low > number;
    }

    public boolean isBelow(double number) {
        return high != null && high < number;
    }
}
