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

    /** Fills in the signs of one cluster, +1 or -1, draw by draw. */
    void fill(String cluster, double[] signs) {
        long unit = unit(cluster);
        for (int from = 0; from < signs.length; from += Long.SIZE) {
            long bits = random.bits(unit, from / Long.SIZE);
            for (int d = from; d < Math.min(signs.length, from + Long.SIZE); d++) {
                signs[d] = 1 - 2 * (bits & 1);
                bits >>>= 1;
            }
        }
    }

    private static long unit(String name) {
        long hash = 0xCBF29CE484222325L; // FNV-1a
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
