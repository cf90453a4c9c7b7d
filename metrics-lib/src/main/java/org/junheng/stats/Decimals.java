package org.junheng.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal arithmetic of 40 digits: census figures are delivered as decimals, and a standard is met or missed by the decimals, not by their
 * binary neighbours.
 */
public final class Decimals {
    public static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);

    private Decimals() {}

    /** The decimal that was delivered: the shortest one that reads back to the same double. */
    public static BigDecimal of(double delivered) {
        return BigDecimal.valueOf(delivered);
    }

    public static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, DIGITS);
    }

    public static BigDecimal times(BigDecimal a, BigDecimal b) {
        return a.multiply(b, DIGITS);
    }

    public static BigDecimal root(BigDecimal x) {
        return x.signum() <= 0 ? BigDecimal.ZERO : x.sqrt(DIGITS);
    }
}
