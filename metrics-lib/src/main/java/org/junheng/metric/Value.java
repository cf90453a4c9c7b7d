package org.junheng.metric;

import org.jspecify.annotations.Nullable;

/**
 * A finite number with what it rests on.
 *
 * @param numerator, denominator the parts where the value is a ratio
 * @param caution why the number is of little evidence; {@link Words#NONE} when it is sound
 */
public record Value(
        double value,
        @Nullable Interval interval,
        @Nullable Double numerator,
        @Nullable Double denominator,
        Counts counts,
        Words caution)
        implements Outcome {
    public Value {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a value is finite, not " + value);
        }
    }

    public static Value of(double value, Counts counts) {
        return new Value(value, null, null, null, counts, Words.NONE);
    }

    /** {@code factor * numerator / denominator}, multiplied first. */
    public static Value ofRatio(double value, double numerator, double denominator, Counts counts) {
        return new Value(value, null, numerator, denominator, counts, Words.NONE);
    }

    public Value within(Interval around) {
        return new Value(value, around, numerator, denominator, counts, caution);
    }

    public Value withCaution(Words why) {
        return new Value(value, interval, numerator, denominator, counts, why);
    }
}
