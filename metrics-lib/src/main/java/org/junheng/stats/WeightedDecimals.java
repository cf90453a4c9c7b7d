package org.junheng.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weighted mean and population variance of decimals: {@code m = sum(w x) / sum(w)}, {@code s^2 = sum(w (x - m)^2) / sum(w)}, without n - 1.
 *
 * <p>Equal figures have a variance of exactly 0, also where they are quotients without end. Sums are exact and
 * quotients carry forty digits, so that the double at the end is the nearest one whatever the order of the rows.
 */
public final class WeightedDecimals {
    private static final MathContext FEW = new MathContext(12);
    private static final int SHORT = 17;

    private final List<Term> terms;
    private final BigDecimal weight;
    private final BigDecimal mean;
    private @Nullable BigDecimal variance;
    private @Nullable BigDecimal deviation;
    private double @Nullable [] shares;
    private double @Nullable [] ratios;
    private double @Nullable [] deviations;

    /** A figure and its weight, which is above 0. */
    public static final class Term {
        private final BigDecimal x;
        private final BigDecimal weight;
        private double high;
        private double low = Double.NaN;

        public Term(BigDecimal x, BigDecimal weight) {
            this(x, weight, Double.NaN);
        }

        /** @param high a double next to the figure, where it is known already */
        public Term(BigDecimal x, BigDecimal weight, double high) {
            this.x = x;
            this.weight = weight;
            this.high = high;
        }

        public BigDecimal weight() {
            return weight;
        }

        private double high() {
            if (Double.isNaN(high)) {
                high = Decimals.nearest(x);
            }
            return high;
        }

        /** What the nearest double leaves of the figure. */
        private double low() {
            if (Double.isNaN(low)) {
                low = rest(x, high());
            }
            return low;
        }
    }

    private WeightedDecimals(List<Term> terms) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (Term t : terms) {
            sum = sum.add(t.weight);
            total = total.add(t.weight.multiply(t.x));
        }
        if (sum.signum() <= 0) {
            throw new IllegalArgumentException("the weights add up to " + sum);
        }
        BigDecimal first = terms.get(0).x;
        boolean equal = terms.stream().allMatch(t -> t.x.compareTo(first) == 0);
        this.terms = List.copyOf(terms);
        this.weight = sum;
        this.mean = equal ? first : Decimals.ratio(total, sum);
        this.variance = equal ? BigDecimal.ZERO : null;
    }

    /** @throws IllegalArgumentException when there is no term, or the weights add up to 0 */
    public static WeightedDecimals of(List<Term> terms) {
        return new WeightedDecimals(terms);
    }

    /** The number of figures. */
    public int size() {
        return terms.size();
    }

    public BigDecimal weight() {
        return weight;
    }

    public BigDecimal mean() {
        return mean;
    }

    public BigDecimal variance() {
        if (variance == null) {
            variance = terms.stream().allMatch(t -> t.x.precision() <= SHORT) ? ofShortDecimals() : ofQuotients();
        }
        return variance;
    }

    /** Sums of short decimals are exact, so that squares and the square of the sum may be subtracted: one division in all. */
    private BigDecimal ofShortDecimals() {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (Term t : terms) {
            BigDecimal wx = t.weight.multiply(t.x);
            total = total.add(wx);
            squares = squares.add(wx.multiply(t.x));
        }
        BigDecimal spread = weight.multiply(squares).subtract(total.multiply(total));
        return Decimals.ratio(spread, weight.multiply(weight));
    }

    private BigDecimal ofQuotients() {
        BigDecimal squares = BigDecimal.ZERO;
        for (Term t : terms) {
            BigDecimal d = t.x.subtract(mean);
            squares = squares.add(t.weight.multiply(d.multiply(d)));
        }
        return Decimals.ratio(squares, weight);
    }

    public BigDecimal standardDeviation() {
        if (deviation == null) {
            deviation = Decimals.root(variance());
        }
        return deviation;
    }

    /** The share of a figure, by its place, in the weights. */
    public double share(int i) {
        if (shares == null) {
            double all = weight.doubleValue();
            shares = terms.stream()
                    .mapToDouble(t -> t.weight.doubleValue() / all)
                    .toArray();
        }
        return shares[i];
    }

    /** {@code x / m} of a figure by its place, with the digits of a double even where it is small; the mean must not be 0. */
    public double ratio(int i) {
        if (ratios == null) {
            double high = Decimals.nearest(mean);
            ratios = terms.stream().mapToDouble(t -> t.high() / high).toArray();
        }
        return ratios[i];
    }

    /** {@code x / m - 1} of a figure by its place, with the digits of a double even where it is small; the mean must not be 0. */
    public double deviation(int i) {
        if (deviations == null) {
            double high = Decimals.nearest(mean);
            double low = rest(mean, high);
            deviations = terms.stream()
                    .mapToDouble(t -> ((t.high() - high) + (t.low() - low)) / high)
                    .toArray();
        }
        return deviations[i];
    }

    /** What a double near a decimal leaves of it, to a few digits; 0 beyond the range of doubles. */
    private static double rest(BigDecimal x, double high) {
        if (!Double.isFinite(high)) {
            return 0;
        }
        BigDecimal rest = x.subtract(new BigDecimal(high)).round(FEW);
        return rest.unscaledValue().longValue() * StrictMath.pow(10, -rest.scale());
    }
}
