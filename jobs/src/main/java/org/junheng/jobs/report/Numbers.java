package org.junheng.jobs.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them; rounding happens here and nowhere before. */
final class Numbers {
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
}
