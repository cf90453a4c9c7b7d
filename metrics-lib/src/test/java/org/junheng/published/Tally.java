package org.junheng.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares numbers with a reference one by one, says which do not hold, and how many do. */
final class Tally {
    private final String name;
    private final List<String> missed = new ArrayList<>();
    private int compared;
    private double least = Double.POSITIVE_INFINITY;

    Tally(String name) {
        this.name = name;
    }

    void holds(String what, String expected, double got, double relative, double absolute) {
        double truth = Double.parseDouble(expected.equals("Infinity") ? "Infinity" : expected);
        compared++;
        if (truth != got && !(Math.abs(got - truth) <= Math.max(absolute, relative * Math.abs(truth)))) {
            missed.add(what + ": " + got + " for " + truth + ", relative " + (got / truth - 1));
        }
    }

    /** At least so many digits, counted as -log10 of the relative error against all digits of the reference. */
    void digits(String what, String expected, double got, double atLeast) {
        BigDecimal truth = new BigDecimal(expected);
        double error = new BigDecimal(got)
                .subtract(truth)
                .abs()
                .divide(truth.abs(), MathContext.DECIMAL128)
                .doubleValue();
        double digits = error == 0 ? 16 : Math.min(16, -Math.log10(error));
        compared++;
        least = Math.min(least, digits);
        if (!(digits >= atLeast)) {
            missed.add(what + ": " + got + " for " + truth + ", " + digits + " digits");
        }
    }

    /** Demands that all hold, and that none was forgotten. */
    void allHold(int numbers) {
        System.out.println(name + ": " + (compared - missed.size()) + " of " + numbers + " numbers hold"
                + (least < 17 ? String.format(Locale.ROOT, ", at least %.1f digits", least) : ""));
        assertEquals(List.of(), missed, name);
        assertEquals(numbers, compared, name);
    }
}
