package org.junheng.review;

import org.jspecify.annotations.Nullable;
import org.junheng.stats.Critical;

/** A figure that a scale reads, with its standard error; 0 for a figure that counts everyone. */
public record Finding(double value, double se) {
    private static final double LEVEL = 0.95;

    /** A published figure: its standard error, else what its 95 % interval would be of a normal, else none. */
    public static Finding of(double value, @Nullable Double se, @Nullable Double low, @Nullable Double high) {
        if (se != null) {
            return new Finding(value, se);
        } else if (low != null && high != null) {
            return new Finding(value, (high - low) / 2 / Critical.normal((1 + LEVEL) / 2));
        }
        return new Finding(value, 0);
    }
}
