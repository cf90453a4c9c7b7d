package org.junheng.stats;

import org.apache.commons.math3.distribution.HypergeometricDistribution;

/** Fisher's exact test of a fourfold table (Fisher 1935): the hypergeometric tail, the margins held. */
public final class FisherExact {
    private FisherExact() {}

    /**
     * Probability of {@code marked} or more marked ones among {@code drawn}, when {@code marked + markedOthers} are marked among {@code drawn +
     * others} and marks do not depend on the group.
     */
    public static double atLeast(int marked, int drawn, int markedOthers, int others) {
        if (marked < 0 || marked > drawn || markedOthers < 0 || markedOthers > others || drawn + others == 0) {
            throw new IllegalArgumentException(marked + " of " + drawn + ", " + markedOthers + " of " + others);
        }
        return Math.min(
                1,
                new HypergeometricDistribution(drawn + others, marked + markedOthers, drawn)
                        .upperCumulativeProbability(marked));
    }
}
