package org.junheng.impact;

import org.junheng.stats.CounterRandom;

/**
 * Random signs (Rademacher), one per error cluster and draw, by address: the sign of (seed, cluster's name, draw) is the same whoever else is
 * in the data.
 */
final class SignDraws {
    /** Draws behind every interval. */
    static final int DRAWS = 999;

    private final CounterRandom random;

    SignDraws(long seed) {
        this.random = CounterRandom.of(seed, "impact signs");
    }

    /** The signs of a cluster in the draws from {@code 64 * word} on, bit by bit: 1 is a minus. */
    long bits(long unit, int word) {
        return random.bits(unit, word);
    }

    /** The address of a cluster. */
    static long unit(String name) {
        long hash = 0xCBF29CE484222325L; // FNV-1a
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
