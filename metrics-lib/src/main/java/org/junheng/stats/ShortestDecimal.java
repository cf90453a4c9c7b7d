package org.junheng.stats;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The shortest decimal that reads back to a double, and of several the nearest: the digits of a number wherever it is published or reckoned with as a
 * decimal. The platform's own text of a double has a digit too many, or another last digit, for some numbers before Java 19.
 *
 * <p>With {@code v = c 2^q} the decimals {@code f 10^k}, {@code f} whole, lie closer together than doubles for the largest {@code k} that is tried,
 * and ten times as far apart for the next; the bounds of the interval that rounds to {@code v} are scaled by a power of ten of 126 bits, rounded to odd
 * in the last place, and compared as whole numbers. Source: R. Giulietti, The Schubfach way to render doubles (2020), sections 8 and 9.
 */
public final class ShortestDecimal {
    private static final int FRACTION_BITS = 52;
    private static final int EXPONENTS = 0x7FF;
    private static final long HIDDEN = 1L << FRACTION_BITS;
    private static final int LEAST_EXPONENT = -1074;
    private static final int TINY = 3;
    private static final long LOW_63 = Long.MAX_VALUE;
    private static final int LEAST_POWER = -324;
    private static final int POWERS = 617;
    private static final long[] SCALES = scales();

    private ShortestDecimal() {}

    /** Digits and power of ten: {@code digits 10^power}. */
    private record Scaled(long digits, int power) {}

    /**
     * The decimal of a finite number.
     *
     * @throws IllegalArgumentException when it is infinite or not a number
     */
    public static BigDecimal of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("no decimal is " + number);
        } else if (number == 0) {
            return BigDecimal.valueOf(0, 1);
        }
        Scaled s = scaled(Math.abs(number));
        long digits = s.digits;
        int power = s.power;
        while (digits % 10 == 0 && power < -1) {
            digits /= 10;
            power++;
        }
        BigDecimal decimal = BigDecimal.valueOf(digits, -power);
        decimal = power > -1 ? decimal.setScale(1) : decimal;
        return number < 0 ? decimal.negate() : decimal;
    }

    /** The text of a number, in the form of {@link Double#toString(double)}. */
    public static String text(double number) {
        if (number == 0 || !Double.isFinite(number)) {
            return Double.toString(number);
        }
        Scaled s = scaled(Math.abs(number));
        String all = Long.toString(s.digits);
        int point = all.length() + s.power;
        int end = all.length();
        while (end > 1 && all.charAt(end - 1) == '0') {
            end--;
        }
        String text = placed(all.substring(0, end), point);
        return number < 0 ? "-" + text : text;
    }

    /** Digits with a point before the one at that place. */
    private static String placed(String digits, int point) {
        int n = digits.length();
        if (point > 0 && point <= 7) {
            return n <= point
                    ? digits + "0".repeat(point - n) + ".0"
                    : digits.substring(0, point) + "." + digits.substring(point);
        } else if (point > -3 && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return digits.charAt(0) + "." + (n == 1 ? "0" : digits.substring(1)) + "E" + (point - 1);
    }

    private static Scaled scaled(double v) {
        long bits = Double.doubleToRawLongBits(v);
        long fraction = bits & (HIDDEN - 1);
        int exponent = (int) (bits >>> FRACTION_BITS) & EXPONENTS;
        long c = exponent == 0 ? fraction : HIDDEN | fraction;
        int q = Math.max(exponent, 1) - 1 + LEAST_EXPONENT;
        boolean whole = q <= 0 && q > -FRACTION_BITS - 1 && (c & ((1L << -q) - 1)) == 0;
        return whole ? new Scaled(c >> -q, 0) : shortest(c, q);
    }

    private static Scaled shortest(long c, int q) {
        boolean small = c < TINY; // even the finest power is too coarse: ten times as many
        long scaledC = small ? 10 * c : c;
        int shift = small ? -1 : 0;
        boolean even = (c & 1) == 0;
        boolean narrow = c == HIDDEN && q > LEAST_EXPONENT; // below a power of two doubles lie twice as close
        int k = narrow ? floorLog10OfThreeQuarters(q) : floorLog10(q);
        int h = q + floorLog2OfPowerOfTen(-k) + 2;
        long v = 4 * scaledC;
        long middle = times(k, v << h);
        long low = times(k, (narrow ? v - 1 : v - 2) << h);
        long high = times(k, (v + 2) << h);
        long out = even ? 0 : 1;
        long s = middle >> 2;
        if (s >= 100) {
            long below = s / 10 * 10;
            boolean belowIn = low + out <= 4 * below;
            boolean aboveIn = 4 * (below + 10) + out <= high;
            if (belowIn != aboveIn) {
                return new Scaled(belowIn ? below : below + 10, k + shift);
            }
        }
        boolean downIn = low + out <= 4 * s;
        boolean upIn = 4 * (s + 1) + out <= high;
        if (downIn != upIn) {
            return new Scaled(downIn ? s : s + 1, k + shift);
        }
        long nearer = middle - 2 * (2 * s + 1);
        boolean down = nearer < 0 || (nearer == 0 && (s & 1) == 0);
        return new Scaled(down ? s : s + 1, k + shift);
    }

    /** {@code floor(log10(2^q))}: exact in this range of exponents, as the next two are. */
    private static int floorLog10(int q) {
        return (int) ((q * 661_971_961_083L) >> 41);
    }

    private static int floorLog10OfThreeQuarters(int q) {
        return (int) ((q * 661_971_961_083L - 274_743_187_321L) >> 41);
    }

    private static int floorLog2OfPowerOfTen(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }

    /** {@code factor 10^-k} in the scale of {@link #shortest}, rounded to odd. */
    private static long times(int k, long factor) {
        int at = 2 * (k - LEAST_POWER);
        long high = SCALES[at];
        long carried = Math.multiplyHigh(SCALES[at + 1], factor);
        long z = ((high * factor) >>> 1) + carried;
        long whole = Math.multiplyHigh(high, factor) + (z >>> 63);
        return whole | (((z & LOW_63) + LOW_63) >>> 63);
    }

    /** For every power {@code k} the 126 leading bits of {@code 10^-k}, plus one, in two halves of 63. */
    private static long[] scales() {
        long[] scales = new long[2 * POWERS];
        for (int i = 0; i < POWERS; i++) {
            BigInteger g = leading(-(i + LEAST_POWER)).add(BigInteger.ONE);
            scales[2 * i] = g.shiftRight(63).longValueExact();
            scales[2 * i + 1] = g.and(BigInteger.valueOf(LOW_63)).longValueExact();
        }
        return scales;
    }

    /** The whole part of {@code 10^e}, shifted to 126 bits. */
    private static BigInteger leading(int e) {
        BigInteger ten = BigInteger.TEN.pow(Math.abs(e));
        if (e >= 0) {
            int surplus = ten.bitLength() - 126;
            return surplus >= 0 ? ten.shiftRight(surplus) : ten.shiftLeft(-surplus);
        }
        BigInteger quotient = BigInteger.ONE.shiftLeft(ten.bitLength() + 125).divide(ten);
        return quotient.bitLength() > 126 ? quotient.shiftRight(1) : quotient;
    }
}
