package org.junheng.survey;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junheng.metric.Interval;
import org.junheng.stats.Critical;
import org.junheng.stats.CrossSums;

/**
 * Reliability of a scale of several items (Cronbach 1951).
 *
 * <p>{@code k/(k - 1) (1 - sum s_jj / sum s_ij)} from the covariances of the items; the interval is Feldt's (1965),
 * {@code 1 - (1 - alpha) F(n - 1, (n - 1)(k - 1))}. Standardised: {@code k r/(1 + (k - 1) r)}, r the mean correlation of two items.
 */
public final class CronbachAlpha {
    private final long n;
    private final double[][] covariances;

    private CronbachAlpha(long n, double[][] covariances) {
        this.n = n;
        this.covariances = covariances;
    }

    /** Empty for fewer than two items or three sheets, or where a sum of all items does not vary. */
    public static Optional<CronbachAlpha> of(CrossSums items) {
        int k = items.variables();
        if (k < 2 || items.n() < 3) {
            return Optional.empty();
        }
        double[][] covariances = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double product =
                        items.centredProduct(i, items.mean(i), j, items.mean(j)).doubleValue();
                covariances[i][j] = product / (items.n() - 1);
            }
        }
        return varying(new CronbachAlpha(items.n(), covariances));
    }

    /**
     * The same from whole numbers.
     *
     * @param sums per item, then per pair of items ({@code j <= i}, i first)
     */
    public static Optional<CronbachAlpha> ofSums(long n, int items, List<Long> sums) {
        if (items < 2 || n < 3) {
            return Optional.empty();
        }
        BigInteger count = BigInteger.valueOf(n);
        double[][] covariances = new double[items][items];
        int at = items;
        for (int i = 0; i < items; i++) {
            for (int j = 0; j <= i; j++) {
                BigInteger ofMeans = BigInteger.valueOf(sums.get(i)).multiply(BigInteger.valueOf(sums.get(j)));
                BigInteger spread =
                        BigInteger.valueOf(sums.get(at++)).multiply(count).subtract(ofMeans);
                covariances[i][j] = spread.doubleValue() / n / (n - 1);
                covariances[j][i] = covariances[i][j];
            }
        }
        return varying(new CronbachAlpha(n, covariances));
    }

    private static Optional<CronbachAlpha> varying(CronbachAlpha alpha) {
        return alpha.varianceOfSum() > 0 && Double.isFinite(alpha.raw()) ? Optional.of(alpha) : Optional.empty();
    }

    /** Answer sheets, each with every item. */
    public long n() {
        return n;
    }

    public int items() {
        return covariances.length;
    }

    public double raw() {
        double k = items();
        return k / (k - 1) * (1 - itemVariances() / varianceOfSum());
    }

    /** Not a number where an item does not vary. */
    public double standardised() {
        double k = items();
        double mean = meanCorrelation();
        return k * mean / (1 + (k - 1) * mean);
    }

    /** Of two items. */
    public double meanCorrelation() {
        double k = items();
        double correlations = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                correlations += covariances[i][j] / Math.sqrt(covariances[i][i] * covariances[j][j]);
            }
        }
        return correlations / (k * (k - 1) / 2);
    }

    /** Feldt's interval. */
    public Interval interval(double level) {
        double df1 = n - 1.0;
        double df2 = df1 * (items() - 1);
        double unreliable = 1 - raw();
        double low = 1 - unreliable * Critical.fisher(df1, df2, (1 + level) / 2);
        double high = 1 - unreliable * Critical.fisher(df1, df2, (1 - level) / 2);
        return new Interval(null, low, high, level);
    }

    /** Alpha of the other items; of two items, none. */
    public Optional<CronbachAlpha> without(int item) {
        int[] kept = IntStream.range(0, items()).filter(i -> i != item).toArray();
        double[][] fewer = new double[kept.length][kept.length];
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                fewer[i][j] = covariances[kept[i]][kept[j]];
            }
        }
        CronbachAlpha rest = new CronbachAlpha(n, fewer);
        return kept.length > 1 && rest.varianceOfSum() > 0 ? Optional.of(rest) : Optional.empty();
    }

    /** The correlation of an item with the sum of the others. */
    public double withRest(int item) {
        return covarianceWithRest(item) / Math.sqrt(variance(item) * varianceOfRest(item));
    }

    /** The covariance of an item with the sum of the others. */
    public double covarianceWithRest(int item) {
        return withAll(item) - variance(item);
    }

    public double variance(int item) {
        return covariances[item][item];
    }

    /** The variance of the sum of the other items. */
    public double varianceOfRest(int item) {
        return varianceOfSum() - 2 * withAll(item) + variance(item);
    }

    private double withAll(int item) {
        double withAll = 0;
        for (double covariance : covariances[item]) {
            withAll += covariance;
        }
        return withAll;
    }

    /** The sum of the variances of the items. */
    public double itemVariances() {
        double trace = 0;
        for (int i = 0; i < items(); i++) {
            trace += covariances[i][i];
        }
        return trace;
    }

    /** The variance of the sum of all items. */
    public double varianceOfSum() {
        double sum = 0;
        for (double[] row : covariances) {
            for (double covariance : row) {
                sum += covariance;
            }
        }
        return sum;
    }
}
