package org.junheng.stats;

import java.util.List;

/**
 * A figure and its weight.
 *
 * @param weight above 0
 */
public record Weighted(double figure, double weight) {
    public Weighted {
        if (!(weight > 0)) {
            throw new IllegalArgumentException("weight " + weight + " is not above 0");
        }
    }

    /** Their exact moments. */
    public static WeightedDecimals moments(List<Weighted> figures) {
        return WeightedDecimals.of(figures.stream()
                .map(w -> new WeightedDecimals.Term(Decimals.of(w.figure()), Decimals.of(w.weight()), w.figure()))
                .toList());
    }
}
