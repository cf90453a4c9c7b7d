package org.junheng.gap;

import java.math.BigDecimal;
import java.util.function.IntToDoubleFunction;
import org.junheng.stats.CompensatedSum;
import org.junheng.stats.Decimals;
import org.junheng.stats.WeightedDecimals;

/**
 * The two members of the generalised entropy family that decompose exactly, over weighted figures relative to their mean.
 *
 * <p>Written with {@code d = x / m - 1}, whose weighted sum is 0, every term is at least 0 and none cancels another. The logarithm of a figure far
 * below the mean is that of {@code r = x / m}: {@code d} is near -1 there and has lost its digits.
 */
enum Entropy {
    /** {@code T = sum(w/W r ln r)}, {@code r = x/m}: the Theil index (GE 1). */
    THEIL {
        @Override
        double term(double d, double r) {
            if (Math.abs(d) < SMALL) {
                return series(d, k -> k * (k - 1.0));
            }
            return d <= -1 ? 1 : (1 + d) * Math.log1p(d) - d;
        }

        @Override
        double shareOf(WeightedDecimals part, WeightedDecimals whole) {
            BigDecimal sum = Decimals.times(part.weight(), part.mean());
            return Decimals.nearest(Decimals.ratio(sum, Decimals.times(whole.weight(), whole.mean())));
        }
    },
    /** {@code L = sum(w/W ln(m/x))}: the mean log deviation (GE 0). */
    MEAN_LOG_DEVIATION {
        @Override
        double term(double d, double r) {
            return Math.abs(d) < SMALL ? series(d, k -> k) : d - (d < FAR_BELOW ? Math.log(r) : Math.log1p(d));
        }

        @Override
        double shareOf(WeightedDecimals part, WeightedDecimals whole) {
            return Decimals.nearest(Decimals.ratio(part.weight(), whole.weight()));
        }
    };

    private static final double SMALL = 0.1;
    private static final double FAR_BELOW = -0.5;

    abstract double term(double d, double r);

    /** The same of a ratio {@code r = x / m} alone. */
    double term(double r) {
        return term(r - 1, r);
    }

    /** The weight of a group in the within part. */
    abstract double shareOf(WeightedDecimals part, WeightedDecimals whole);

    /** {@code sum((-d)^k / c_k)} from k = 2: for a small d the closed form would subtract all its digits. */
    private static double series(double d, IntToDoubleFunction divisor) {
        double sum = 0;
        double power = d * d;
        for (int k = 2; k < 20; k++) {
            sum += power / divisor.applyAsDouble(k);
            power *= -d;
        }
        return sum;
    }

    double of(WeightedDecimals group) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < group.size(); i++) {
            sum.add(group.share(i) * term(group.deviation(i), group.ratio(i)));
        }
        return sum.value();
    }
}
