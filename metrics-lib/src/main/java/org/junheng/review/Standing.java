package org.junheng.review;

import org.jspecify.annotations.Nullable;

/**
 * Where a subject stands among those like it.
 *
 * @param rank 1 is the best; subjects that score the same share the better rank
 * @param of how many were ranked
 * @param rankLow, rankHigh what 95 % of the draws hold
 * @param topQuarter share of the draws in which the rank is within the first quarter; null for fewer than four subjects
 * @param best, worst ranks when the weight of one dimension is moved by up to 10 points either way, the others in proportion
 * @param reversal points of weight (of 100) that must be moved at least so that another subject draws level; null where no weights do that
 */
public record Standing(
        double composite,
        int rank,
        int of,
        int rankLow,
        int rankHigh,
        @Nullable Double topQuarter,
        int best,
        int worst,
        @Nullable Double reversal) {

    /** Whether it may be named as one of the top quarter. */
    public boolean isNamed(double level) {
        return topQuarter != null && topQuarter >= level;
    }
}
