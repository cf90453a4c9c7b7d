package org.junheng.stats;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution. */
public final class Normal {
    /** Its 97.5 % point. */
    public static final double Z_975 = 1.959963984540054;
    /** Its 80 % point. */
    public static final double Z_80 = 0.8416212335729143;

    private static final double SQRT2 = Math.sqrt(2);

    private Normal() {}

    public static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    public static double cdf(double z) {
        return 0.5 * Erf.erfc(-z / SQRT2);
    }
}
