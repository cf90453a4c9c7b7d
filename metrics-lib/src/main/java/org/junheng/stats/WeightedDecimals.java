package org.junheng.stats;

import java.math.BigDecimal;
import java.util.List;

/**
 * Weighted mean and population variance of decimals: {@code m = sum(w x) / sum(w)}, {@code s^2 = sum(w (x - m)^2) / sum(w)}, without n - 1.
 *
 * <p>Equal figures have a variance of exactly 0, also where they are quotients without end. Forty digits are carried, so that the double at the end is the nearest one whatever the order of the rows.
 */
public record WeightedDecimals(BigDecimal weight, BigDecimal mean, BigDecimal variance) {

    /** A figure and its weight, which is above 0. */
    public record Term(BigDecimal x, BigDecimal weight) {}

    /** @throws IllegalArgumentException when there is no term, or the weights add up to 0 */
    public static WeightedDecimals of(List<Term> terms) {
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (Term t : terms) {
            weight = weight.add(t.weight());
            total = total.add(Decimals.times(t.weight(), t.x()), Decimals.DIGITS);
        }
        if (weight.signum() <= 0) {
            throw new IllegalArgumentException("the weights add up to " + weight);
        }
        BigDecimal first = terms.get(0).x();
        if (terms.stream().allMatch(t -> t.x().compareTo(first) == 0)) {
            return new WeightedDecimals(weight, first, BigDecimal.ZERO);
        }
        BigDecimal mean = Decimals.ratio(total, weight);
        BigDecimal squares = BigDecimal.ZERO;
        for (Term t : terms) {
            BigDecimal d = t.x().subtract(mean, Decimals.DIGITS);
            squares = squares.add(Decimals.times(t.weight(), Decimals.times(d, d)), Decimals.DIGITS);
        }
        return new WeightedDecimals(weight, mean, Decimals.ratio(squares, weight));
    }

    public BigDecimal standardDeviation() {
        return Decimals.root(variance);
    }
}
