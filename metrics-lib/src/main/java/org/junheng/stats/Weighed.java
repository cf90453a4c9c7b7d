package org.junheng.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weighted decimals with their moments and, on demand, their relative deviations from the mean: what several statistics of one group share. */
public final class Weighed {
    /** More digits than a double holds, few enough to convert quickly. */
    private static final MathContext ENOUGH = new MathContext(18);

    private final List<WeightedDecimals.Term> terms;
    private final WeightedDecimals moments;
    private double @Nullable [] deviations;

    /** @throws IllegalArgumentException when there is no term, or the weights add up to 0 */
    public Weighed(List<WeightedDecimals.Term> terms) {
        this.terms = List.copyOf(terms);
        this.moments = WeightedDecimals.of(terms);
    }

    public List<WeightedDecimals.Term> terms() {
        return terms;
    }

    public WeightedDecimals moments() {
        return moments;
    }

    /** The share of a term in the weights. */
    public double share(int i) {
        return terms.get(i).weight().doubleValue() / moments.weight().doubleValue();
    }

    /** {@code x / m - 1}, with the digits of the difference kept; the mean must not be 0. */
    public double deviation(int i) {
        if (deviations == null) {
            BigDecimal mean = moments.mean();
            double m = mean.doubleValue();
            double[] all = new double[terms.size()];
            for (int k = 0; k < all.length; k++) {
                all[k] = terms.get(k).x().subtract(mean, ENOUGH).doubleValue() / m;
            }
            deviations = all;
        }
        return deviations[i];
    }
}
