package org.junheng.stats;

import org.apache.commons.math3.special.Erf;

/**
 * Random numbers by address instead of by order: the number for (seed, kind, unit, draw) is always the same, whoever asks, when, and on which
 * machine. There is no state, so partitions, threads and retries cannot change a result.
 *
 * <p>Draw {@code d} of a unit is output {@code d + 1} of the SplitMix64 generator (Steele, Lea and Flood 2014) started at a hash of seed, kind
 * and unit. Normals come by inversion, one number per draw.
 *
 * @param key hash of seed and kind
 */
public record CounterRandom(long key) {
    static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double SQRT2 = StrictMath.sqrt(2);

    /** The numbers of one kind (say "bootstrap"); kinds are independent of each other. */
    public static CounterRandom of(long seed, String kind) {
        return new CounterRandom(hash(mix(seed + GAMMA), kind));
    }

    /** The address of a unit that is known by a name or code. */
    public static long unit(String name) {
        return hash(GAMMA, name);
    }

    /** 64 random bits. */
    public long bits(long unit, long draw) {
        return mix(start(unit) + (draw + 1) * GAMMA);
    }

    /** Uniform on the open interval (0, 1): odd multiples of 2^-53, so neither end occurs and nothing is rounded. */
    public double uniform(long unit, long draw) {
        return (2 * (bits(unit, draw) >>> 12) + 1) * 0x1.0p-53;
    }

    /** Standard normal. */
    public double normal(long unit, long draw) {
        return SQRT2 * Erf.erfInv(2 * uniform(unit, draw) - 1);
    }

    /** Whole number in 0 .. bound - 1. */
    public int below(int bound, long unit, long draw) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound " + bound + " is not positive");
        }
        return (int) Math.multiplyHigh(bits(unit, draw) >>> 1, 2L * bound);
    }

    /** Whether an event of this probability happens. */
    public boolean happens(double probability, long unit, long draw) {
        return uniform(unit, draw) < probability;
    }

    long start(long unit) {
        return mix(key ^ mix(unit + GAMMA));
    }

    private static long hash(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash + GAMMA + text.charAt(i));
        }
        return hash;
    }

    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
