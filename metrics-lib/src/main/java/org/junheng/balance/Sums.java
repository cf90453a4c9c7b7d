package org.junheng.balance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junheng.stats.Decimals;

/** Sums of delivered decimals in which a missing part makes the sum unknown: missing is never 0. */
final class Sums {
    private Sums() {}

    static @Nullable Double of(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null
                ? null
                : Double.valueOf(Decimals.of(a).add(Decimals.of(b)).doubleValue());
    }

    static @Nullable BigDecimal decimal(@Nullable Double delivered) {
        return delivered == null ? null : Decimals.of(delivered);
    }
}
