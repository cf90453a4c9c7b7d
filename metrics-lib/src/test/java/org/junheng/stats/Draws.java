package org.junheng.stats;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Random numbers of a simulation, each a function of (seed, unit, draw) and of nothing else. */
public record Draws(long seed) {
    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    /** Uniform in (0, 1). */
    public double uniform(long unit, long draw) {
        long mixed = mix(mix(mix(seed) + unit) + draw);
        return ((mixed >>> 11) + 0.5) * 0x1p-53;
    }

    public double normal(long unit, long draw) {
        return STANDARD.inverseCumulativeProbability(uniform(unit, draw));
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long z) {
        long x = z + 0x9E3779B97F4A7C15L;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
