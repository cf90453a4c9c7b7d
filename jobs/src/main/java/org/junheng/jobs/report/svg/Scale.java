package org.junheng.jobs.report.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From numbers to places in a picture, with marks at round numbers.
 *
 * @param low, high the numbers at the ends, multiples of the step
 * @param from, to their places
 */
record Scale(double low, double high, double step, double from, double to) {
    private static final int MARKS = 5;

    /** A scale that holds all numbers; one or none leaves room around it. */
    static Scale over(Stream<@Nullable Double> numbers, double from, double to) {
        double[] known = numbers.filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double least = known.length == 0 ? 0 : known[0];
        double most = known.length == 0 ? 1 : known[0];
        for (double number : known) {
            least = Math.min(least, number);
            most = Math.max(most, number);
        }
        if (most - least <= Math.abs(most) * 1e-9) {
            double room = most == 0 ? 1 : Math.abs(most) / 2;
            least -= room;
            most += room;
        }
        double step = step(most - least);
        return new Scale(Math.floor(least / step) * step, Math.ceil(most / step) * step, step, from, to);
    }

    /** Shares from 0 to 1, from a round share below the least. */
    static Scale ofShares(Stream<@Nullable Double> shares, double from, double to) {
        double least = shares.filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        double low = least >= 0.5 ? 0.5 : 0;
        return new Scale(low, 1, low > 0 ? 0.1 : 0.2, from, to);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double range) {
        double rough = range / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double mantissa = rough / power;
        return power * (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10);
    }

    double at(double number) {
        return from + (number - low) / (high - low) * (to - from);
    }

    boolean holds(double number) {
        return number >= low - step * 1e-9 && number <= high + step * 1e-9;
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        long count = Math.round((high - low) / step);
        for (long i = 0; i <= count; i++) {
            marks.add(low + i * step);
        }
        return marks;
    }

    /** A mark with the decimals of the step. */
    String shown(double mark) {
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        BigDecimal rounded = BigDecimal.valueOf(mark).setScale(decimals, RoundingMode.HALF_EVEN);
        return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
    }

    /** A share as a percentage without decimals. */
    static String percent(double mark) {
        return Math.round(mark * 100) + "%";
    }
}
