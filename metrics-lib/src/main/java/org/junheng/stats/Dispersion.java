package org.junheng.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Measures of how unequal figures are, beside those of the catalogue ({@code gap.cv}, {@code gap.gini}, {@code gap.theil}, {@code gap.mld},
 * {@code gap.p90_p10}). With {@code s} the share of a figure in the weights, {@code m} the weighted mean and {@code r = x / m}.
 *
 * <p>Figures at or above 0 with a mean above 0; Atkinson's index of an aversion of 1 or more is 1 when a figure is 0, and a ratio to a figure of 0 is not
 * finite. What has no weight in its name counts figures alike.
 *
 * <p>Source: Cowell, Measuring Inequality; Berne and Stiefel 1984 (McLoone, Verstegen, federal range ratio).
 */
public final class Dispersion {
    private final List<Weighted> figures;
    private final WeightedDecimals moments;

    /** @param figures at least one */
    public Dispersion(List<Weighted> figures) {
        this.figures = List.copyOf(figures);
        this.moments = Weighted.moments(figures);
    }

    /** Generalised entropy of order 2: half the squared coefficient of variation. */
    public double entropyOfOrderTwo() {
        return relativeVariance(moments.variance()) / 2;
    }

    /** {@code 1 - (sum(s r^(1-a)))^(1/(1-a))}, for a = 1 {@code 1 - exp(sum(s ln r))}; a the aversion to inequality, above 0 (Atkinson 1970). */
    public double atkinson(double aversion) {
        double power = 1 - aversion;
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < moments.size(); i++) {
            if (power <= 0 && moments.deviation(i) <= -1) {
                return 1;
            }
            double log = StrictMath.log1p(moments.deviation(i));
            double term = power == 0
                    ? log - moments.deviation(i)
                    : StrictMath.expm1(power * log) - power * moments.deviation(i);
            sum.add(moments.share(i) * term);
        }
        double log = power == 0 ? sum.value() : StrictMath.log1p(sum.value()) / power;
        return 0.0 - StrictMath.expm1(log);
    }

    /** The share of the sum that would have to move for all to be equal: {@code sum(s |r - 1|) / 2} (Hoover 1936). */
    public double hoover() {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < moments.size(); i++) {
            sum.add(moments.share(i) * Math.abs(moments.deviation(i)));
        }
        return sum.value() / 2;
    }

    /** The standard deviation with n - 1 over the mean, figures counted alike; at least two figures. */
    public double sampleCoefficientOfVariation() {
        WeightedDecimals alike = Weighted.moments(
                figures.stream().map(w -> new Weighted(w.figure(), 1)).toList());
        double n = figures.size();
        return Decimals.ratio(alike.standardDeviation(), alike.mean()).doubleValue() * Math.sqrt(n / (n - 1));
    }

    public double range() {
        return largest() - smallest();
    }

    public double rangeRatio() {
        return largest() / smallest();
    }

    /** {@code (Q95 - Q5) / Q5} with interpolated quantiles. */
    public double federalRangeRatio() {
        double low = Quantiles.interpolated(plain(), 0.05);
        return (Quantiles.interpolated(plain(), 0.95) - low) / low;
    }

    /** The mean of the figures up to the median, over the median: how far the lower half is from it. */
    public double mcLoone() {
        double median = Quantiles.interpolated(plain(), 0.5);
        return meanOverMedian(Arrays.stream(plain()).filter(x -> x <= median).toArray(), median);
    }

    /** The mean of the figures from the median on, over the median. */
    public double verstegen() {
        double median = Quantiles.interpolated(plain(), 0.5);
        return meanOverMedian(Arrays.stream(plain()).filter(x -> x >= median).toArray(), median);
    }

    /** {@link #mcLoone} with weights: the median is where half the weight is first reached. */
    public double weightedMcLoone() {
        double median = Quantiles.firstReaching(figures, 0.5);
        List<Weighted> lower =
                figures.stream().filter(w -> w.figure() <= median).toList();
        return Weighted.moments(lower).mean().doubleValue() / median;
    }

    /** What of the weighted variance lies between groups: {@code sum(s_g (m_g - m)^2)}; of order-2 entropy it is this over {@code 2 m^2}. */
    public static double varianceBetween(List<List<Weighted>> groups) {
        return WeightedDecimals.of(groups.stream()
                        .map(Weighted::moments)
                        .map(g -> new WeightedDecimals.Term(g.mean(), g.weight()))
                        .toList())
                .variance()
                .doubleValue();
    }

    /** What lies within groups: {@code sum(s_g var_g)}. */
    public static double varianceWithin(List<List<Weighted>> groups) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (List<Weighted> group : groups) {
            WeightedDecimals own = Weighted.moments(group);
            sum = sum.add(Decimals.times(own.weight(), own.variance()), Decimals.DIGITS);
            weights = weights.add(own.weight());
        }
        return Decimals.ratio(sum, weights).doubleValue();
    }

    private double relativeVariance(BigDecimal variance) {
        return Decimals.ratio(variance, Decimals.times(moments.mean(), moments.mean()))
                .doubleValue();
    }

    private static double meanOverMedian(double[] half, double median) {
        CompensatedSum sum = new CompensatedSum();
        for (double x : half) {
            sum.add(x);
        }
        return sum.value() / (half.length * median);
    }

    private double[] plain() {
        return figures.stream().mapToDouble(Weighted::figure).toArray();
    }

    private double largest() {
        return Arrays.stream(plain()).max().orElseThrow();
    }

    private double smallest() {
        return Arrays.stream(plain()).min().orElseThrow();
    }
}
