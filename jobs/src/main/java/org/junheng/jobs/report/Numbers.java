package org.junheng.jobs.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them; rounding happens here and nowhere before. */
final class Numbers {
    private static final int DIGITS = 4;

    private Numbers() {}

    /** A share as a percentage with one decimal. */
    static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + "%";
    }

    /** At most so many decimals, no exponent, no trailing zeros. */
    static String plain(double number, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** Four decimals, and one fewer for each digit before the point beyond the first; a whole number is whole. */
    static String figure(double number) {
        int before = (int) Math.floor(Math.log10(Math.max(1, Math.abs(number))));
        return plain(number, Math.max(0, DIGITS - before));
    }

    /** A figure and its interval in brackets, where it has one. */
    static String figure(double number, @Nullable Double low, @Nullable Double high) {
        return low == null || high == null
                ? figure(number)
                : figure(number) + " [" + figure(low) + ", " + figure(high) + "]";
    }
}
