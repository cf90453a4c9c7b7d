package org.junheng.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decimal arithmetic of 40 digits: census figures are delivered as decimals, and a standard is met or missed by the decimals, not by their
 * binary neighbours.
 */
public final class Decimals {
    public static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);

    private static final List<BigInteger> POWERS_OF_TEN = Stream.iterate(
                    BigInteger.ONE, p -> p.multiply(BigInteger.TEN))
            .limit(200)
            .toList();
    private static final int SHORT = 15;
    private static final int BITS_KEPT = 66;

    private Decimals() {}

    /**
     * The double nearest to a decimal, ties to even: what {@link BigDecimal#doubleValue} gives, which spells a long decimal out and reads the
     * text again. Here a quotient of more bits than a double has is rounded once; what is left of the division only breaks ties.
     */
    public static double nearest(BigDecimal x) {
        int scale = x.scale();
        if (x.precision() <= SHORT || scale <= 0 || scale >= POWERS_OF_TEN.size()) {
            return x.doubleValue();
        }
        BigInteger digits = x.unscaledValue().abs();
        BigInteger power = POWERS_OF_TEN.get(scale);
        int shift = Math.max(0, BITS_KEPT + power.bitLength() - digits.bitLength());
        BigInteger[] quotient = digits.shiftLeft(shift).divideAndRemainder(power);
        BigInteger kept = quotient[1].signum() == 0 ? quotient[0] : quotient[0].setBit(0);
        double magnitude = Math.scalb(kept.doubleValue(), -shift);
        return x.signum() < 0 ? -magnitude : magnitude;
    }

    /** The decimal that was delivered: the shortest one that reads back to the same double. */
    public static BigDecimal of(double delivered) {
        return ShortestDecimal.of(delivered);
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
