package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Quantile regression (分位数回归): the coefficients b that make {@code sum(w rho_tau(y - x b))} smallest, where
 * {@code rho_tau(r) = r (tau - [r < 0])} (Koenker and Bassett 1978).
 *
 * <p>Found by an interior-point method (Portnoy and Koenker 1997) and, where that does not raise the loss, moved to the vertex beside it: the
 * plane through as many points as there are columns. A large regression is made small first, see {@link Globbed}. Columns that the columns before them determine get the coefficient 0.
 */
public final class QuantileRegression {
    /** Share of its sum of squares that a column must have of its own beside the columns before it. */
    private static final double OWN_SHARE = 1e-10;

    /** More rows than these are first parted into those near the plane and two heaps. */
    private static final int MANY = 100_000;

    /** What two sums of the same loss may differ by. */
    private static final double SAME_LOSS = 1e-12;

    private final int columns;
    private final int[] kept;
    private final double[][] rows;
    private final double[] response;
    private final double[] weights;

    /**
     * @param rows of the design, the intercept among the columns
     * @param weights how often each row stands
     */
    public QuantileRegression(double[][] rows, double[] response, double[] weights) {
        this.columns = rows.length == 0 ? 0 : rows[0].length;
        this.kept = independent(rows, weights);
        this.rows = kept.length == columns ? rows : chosen(rows, kept);
        this.response = response;
        this.weights = weights;
    }

    /** Columns that say something of their own. */
    public int rank() {
        return kept.length;
    }

    /** The coefficients at quantile tau, 0 &lt; tau &lt; 1. */
    public double[] at(double tau) {
        if (rows.length > MANY) {
            double[] plane = new Globbed(rows, response, weights, tau).solved();
            if (plane != null) {
                return spread(plane);
            }
        }
        InteriorPoint inside = new InteriorPoint(rows, response, weights, tau).solved();
        double[] best = inside.coefficients();
        double[] vertex = Vertex.through(rows, response, inside.nearest(8 * kept.length));
        if (vertex != null && loss(vertex, tau) <= loss(best, tau) * (1 + SAME_LOSS)) {
            best = vertex;
        }
        return spread(best);
    }

    /** {@code sum(w rho_tau(y - x b))} of coefficients that {@link #at} gave. */
    public double lossOf(double[] coefficients, double tau) {
        double[] own = new double[kept.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = coefficients[kept[i]];
        }
        return loss(own, tau);
    }

    private double loss(double[] coefficients, double tau) {
        CompensatedSum loss = new CompensatedSum();
        for (int i = 0; i < rows.length; i++) {
            double residual = response[i] - InteriorPoint.product(rows[i], coefficients);
            loss.add(weights[i] * residual * (residual < 0 ? tau - 1 : tau));
        }
        return loss.value();
    }

    private double[] spread(double[] own) {
        double[] all = new double[columns];
        for (int i = 0; i < own.length; i++) {
            all[kept[i]] = own[i];
        }
        return all;
    }

    private static double[][] chosen(double[][] rows, int[] kept) {
        double[][] chosen = new double[rows.length][kept.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                chosen[i][j] = rows[i][kept[j]];
            }
        }
        return chosen;
    }

    private static int[] independent(double[][] rows, double[] weights) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[][] left = InteriorPoint.gram(rows, weights, columns);
        double[] total = new double[columns];
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            total[i] = left[i][i];
        }
        for (int i = 0; i < columns; i++) {
            if (left[i][i] > OWN_SHARE * total[i]) {
                kept.add(i);
                sweep(left, i);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void sweep(double[][] left, int pivot) {
        for (int i = pivot + 1; i < left.length; i++) {
            double share = left[i][pivot] / left[pivot][pivot];
            for (int j = pivot + 1; j <= i; j++) {
                left[i][j] -= share * left[j][pivot];
            }
        }
    }
}
