package org.junheng.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Quantiles by two stated definitions. Both need at least one figure and a probability from 0 to 1. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * Interpolated between the figures next to the place {@code (n - 1) p}, counted from 0: definition 7 of Hyndman and Fan 1996, the default of R and
     * numpy.
     */
    public static double interpolated(double[] figures, double p) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        double place = (sorted.length - 1) * p;
        int below = (int) Math.floor(place);
        double low = sorted[below];
        double part = place - below;
        return part == 0 ? low : low + part * (sorted[below + 1] - low);
    }

    /** Where the cumulated weight first reaches the share p of all, compared exactly: definition 1 of Hyndman and Fan 1996, weighted. */
    public static double firstReaching(List<Weighted> figures, double p) {
        List<Weighted> sorted = figures.stream()
                .sorted(Comparator.comparingDouble(Weighted::figure))
                .toList();
        BigDecimal all = BigDecimal.ZERO;
        for (Weighted one : sorted) {
            all = all.add(Decimals.of(one.weight()));
        }
        BigDecimal reach = all.multiply(Decimals.of(p));
        BigDecimal cumulated = BigDecimal.ZERO;
        for (Weighted one : sorted) {
            cumulated = cumulated.add(Decimals.of(one.weight()));
            if (cumulated.compareTo(reach) >= 0) {
                return one.figure();
            }
        }
        throw new IllegalArgumentException("no figure, or " + p + " is above 1");
    }
}
