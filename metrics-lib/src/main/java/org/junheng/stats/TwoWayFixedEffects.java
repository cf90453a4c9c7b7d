package org.junheng.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Regression with an effect of every unit and of every period, errors clustered: {@code y_it = a_i + b_t + x_it'c + e_it}.
 *
 * <p>Units are taken out by their means, periods enter as indicators. Cluster-robust variance times {@code G/(G-1) (N-1)/(N-K)}, K counting the
 * regressors and the periods but not the units, which lie inside the clusters (the convention of fixest).
 *
 * <p>Absent when a regressor has nothing of its own beside the effects. What it estimates is a mean effect only where every school joins at
 * once or effects do not change with time (Goodman-Bacon 2021).
 */
public final class TwoWayFixedEffects {
    private final double[] coefficients;
    private final double[] errors;

    private TwoWayFixedEffects(double[] coefficients, double[] errors) {
        this.coefficients = coefficients;
        this.errors = errors;
    }

    public double coefficient(int regressor) {
        return coefficients[regressor];
    }

    public double standardError(int regressor) {
        return errors[regressor];
    }

    /**
     * @param units, periods, clusters numbered from 0, one per observation
     * @param x regressors, column by column
     */
    public static Optional<TwoWayFixedEffects> fit(
            int[] units, int[] periods, int[] clusters, double[] y, double[][] x) {
        int n = y.length;
        int lastPeriod = n == 0 ? 0 : Arrays.stream(periods).max().getAsInt();
        double[][] z = new double[x.length + lastPeriod][];
        for (int j = 0; j < z.length; j++) {
            z[j] = j < x.length ? x[j].clone() : indicator(periods, j - x.length + 1);
            takeOut(units, z[j]);
        }
        double[] left = y.clone();
        takeOut(units, left);
        Optional<PositiveDefinite> products = PositiveDefinite.of(products(z));
        return products.map(p -> solved(p, clusters, left, z, x.length));
    }

    private static TwoWayFixedEffects solved(
            PositiveDefinite products, int[] clusters, double[] y, double[][] z, int k) {
        int n = y.length;
        double[] beta = products.solve(times(z, y));
        int groups = n == 0 ? 0 : Arrays.stream(clusters).max().getAsInt() + 1;
        double[][] scores = new double[groups][z.length];
        for (int i = 0; i < n; i++) {
            double e = y[i];
            for (int j = 0; j < z.length; j++) {
                e -= beta[j] * z[j][i];
            }
            for (int j = 0; j < z.length; j++) {
                scores[clusters[i]][j] += e * z[j][i];
            }
        }
        double small = (double) groups / (groups - 1) * (n - 1) / (n - z.length - 1);
        double[] errors = new double[k];
        for (int j = 0; j < k; j++) {
            double[] unit = new double[z.length];
            unit[j] = 1;
            double[] row = products.solve(unit);
            double variance = 0;
            for (double[] score : scores) {
                double along = 0;
                for (int m = 0; m < row.length; m++) {
                    along += row[m] * score[m];
                }
                variance += along * along;
            }
            errors[j] = Math.sqrt(small * variance);
        }
        return new TwoWayFixedEffects(Arrays.copyOf(beta, k), errors);
    }

    private static double[] indicator(int[] periods, int period) {
        return Arrays.stream(periods).mapToDouble(p -> p == period ? 1 : 0).toArray();
    }

    private static void takeOut(int[] units, double[] values) {
        int last = units.length == 0 ? 0 : Arrays.stream(units).max().getAsInt();
        double[] sums = new double[last + 1];
        int[] counts = new int[last + 1];
        for (int i = 0; i < values.length; i++) {
            sums[units[i]] += values[i];
            counts[units[i]]++;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= sums[units[i]] / counts[units[i]];
        }
    }

    private static double[][] products(double[][] z) {
        double[][] products = new double[z.length][];
        for (int j = 0; j < z.length; j++) {
            products[j] = times(z, z[j]);
        }
        return products;
    }

    private static double[] times(double[][] z, double[] v) {
        double[] sums = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            CompensatedSum sum = new CompensatedSum();
            for (int i = 0; i < v.length; i++) {
                sum.add(z[j][i] * v[i]);
            }
            sums[j] = sum.value();
        }
        return sums;
    }
}
