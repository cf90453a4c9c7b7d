package org.junheng.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A large quantile regression with most of its points in two heaps (Portnoy and Koenker 1997, section 5): points that surely lie below the plane
 * enter as one point, the sum of them, and so do those above. Where the plane that is found leaves every point of a heap on its side, it is that
 * of all points.
 */
final class Globbed {
    private static final int ROUNDS = 6;

    private final double[][] rows;
    private final double[] response;
    private final double[] weights;
    private final double tau;

    Globbed(double[][] rows, double[] response, double[] weights, double tau) {
        this.rows = rows;
        this.response = response;
        this.weights = weights;
        this.tau = tau;
    }

    /** The plane of all points; null when the heaps do not settle. */
    double @Nullable [] solved() {
        int n = rows.length;
        int p = rows[0].length;
        int sample = (int) (Math.sqrt(p) * Math.pow(n, 2 / 3.0));
        double[] plane = sampled(Math.max(1, n / sample));
        boolean[] kept = near(plane, Math.min(n, 3 * sample));
        for (int round = 0; round < ROUNDS; round++) {
            double[] found = reduced(plane, kept);
            if (found == null) {
                return null;
            }
            if (settled(plane, found, kept)) {
                return found;
            }
        }
        return null;
    }

    /** The plane of every k-th point. */
    private double[] sampled(int every) {
        int size = (rows.length + every - 1) / every;
        double[][] some = new double[size][];
        double[] y = new double[size];
        double[] w = new double[size];
        for (int i = 0; i < size; i++) {
            some[i] = rows[i * every];
            y[i] = response[i * every];
            w[i] = weights[i * every];
        }
        return new InteriorPoint(some, y, w, tau).solved().coefficients();
    }

    private boolean[] near(double[] plane, int count) {
        double[] distances = new double[rows.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(residual(i, plane));
        }
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        boolean[] near = new boolean[distances.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = distances[i] <= sorted[count - 1];
        }
        return near;
    }

    private double @Nullable [] reduced(double[] plane, boolean[] kept) {
        int p = plane.length;
        int count = 0;
        for (boolean keep : kept) {
            count += keep ? 1 : 0;
        }
        double[][] few = new double[count + 2][p];
        double[] y = new double[count + 2];
        double[] w = new double[count + 2];
        w[count] = 1;
        w[count + 1] = 1;
        int at = 0;
        for (int i = 0; i < rows.length; i++) {
            if (kept[i]) {
                few[at] = rows[i];
                y[at] = response[i];
                w[at++] = weights[i];
            } else {
                int heap = residual(i, plane) < 0 ? count : count + 1;
                y[heap] += weights[i] * response[i];
                for (int j = 0; j < p; j++) {
                    few[heap][j] += weights[i] * rows[i][j];
                }
            }
        }
        InteriorPoint inside = new InteriorPoint(few, y, w, tau).solved();
        double[] vertex = Vertex.through(few, y, inside.nearest(8 * p));
        return vertex == null ? inside.coefficients() : vertex;
    }

    /** Whether all points of the heaps kept their side; those that did not are kept from now on. */
    private boolean settled(double[] before, double[] after, boolean[] kept) {
        boolean settled = true;
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i] && residual(i, before) < 0 != residual(i, after) < 0) {
                kept[i] = true;
                settled = false;
            }
        }
        return settled;
    }

    private double residual(int i, double[] plane) {
        return response[i] - InteriorPoint.product(rows[i], plane);
    }
}
