package org.junheng.stats;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The Frisch-Newton method for quantile regression (Portnoy and Koenker 1997), in their letters: the linear programme {@code min -y'x} subject
 * to {@code A x = (1 - tau) A u}, {@code x + s = u}, {@code x, s >= 0}, with z and w the multipliers of x and s, by steps of Mehrotra's
 * predictor and corrector. The multipliers of the equations are the coefficients with their sign changed.
 */
final class InteriorPoint {
    private static final int PATIENCE = 10;
    private static final double SHORTENED = 0.99995;
    private static final double GAP = 1e-14;
    private static final double INSIDE = 1e-3;

    private final double[][] rows;
    private final double[] response;
    private final int n;
    private final int p;
    private final double[] x;
    private final double[] s;
    private final double[] z;
    private final double[] w;
    private final double[] b;
    private final double[] dx;
    private final double[] dz;
    private final double[] dw;
    private final double[] q;

    InteriorPoint(double[][] rows, double[] response, double[] u, double tau) {
        this.rows = rows;
        this.response = response;
        this.n = rows.length;
        this.p = rows[0].length;
        this.x = new double[n];
        this.s = new double[n];
        this.z = new double[n];
        this.w = new double[n];
        this.dx = new double[n];
        this.dz = new double[n];
        this.dw = new double[n];
        this.q = u.clone();
        for (int i = 0; i < n; i++) {
            x[i] = (1 - tau) * u[i];
            s[i] = tau * u[i];
        }
        this.b = leastSquares();
    }

    double[] coefficients() {
        return b;
    }

    /** Walks until the gap between the two programmes is nothing beside the residuals, or has not become smaller for some steps. */
    InteriorPoint solved() {
        double gap = gap(0, 0);
        double least = gap;
        double[] best = b.clone();
        int idle = 0;
        while (idle < PATIENCE && least > GAP * absolute() && step(gap)) {
            gap = gap(0, 0);
            idle++;
            if (gap < least) {
                least = gap;
                System.arraycopy(b, 0, best, 0, p);
                idle = 0;
            }
        }
        System.arraycopy(best, 0, b, 0, p);
        return this;
    }

    /** The rows nearest to the plane, nearest first: those whose x is farthest from both its bounds beside its multipliers. */
    int[] nearest(int count) {
        Comparator<Integer> farthestFirst =
                Comparator.<Integer>comparingDouble(i -> q[i]).thenComparing(i -> -i);
        PriorityQueue<Integer> best = new PriorityQueue<>(farthestFirst);
        for (int i = 0; i < n; i++) {
            q[i] = 1 / (z[i] / x[i] + w[i] / s[i]);
            if (best.size() < count || q[i] > q[best.element()]) {
                best.add(i);
            }
            if (best.size() > count) {
                best.remove();
            }
        }
        return best.stream()
                .sorted(farthestFirst.reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double[] leastSquares() {
        double[] right = new double[p];
        for (int i = 0; i < n; i++) {
            addTimes(right, rows[i], q[i] * response[i]);
        }
        double[] start = solve(root(gram(rows, q, p)), right);
        double size = 0;
        for (int i = 0; i < n; i++) {
            z[i] = response[i] - product(rows[i], start);
            size += Math.abs(z[i]) / n;
        }
        for (int i = 0; i < n; i++) {
            double residual = z[i];
            double inside = INSIDE * size + Double.MIN_NORMAL;
            z[i] = Math.max(-residual, 0) + inside;
            w[i] = Math.max(residual, 0) + inside;
        }
        return start;
    }

    /** One predictor and one corrector; false when the equations cannot be solved any more. */
    private boolean step(double gap) {
        double[] right = new double[p];
        for (int i = 0; i < n; i++) {
            q[i] = 1 / (z[i] / x[i] + w[i] / s[i]);
            addTimes(right, rows[i], q[i] * (z[i] - w[i]));
        }
        double[][] root = root(gram(rows, q, p));
        double[] db = solve(root, right);
        if (!(Math.abs(db[0]) < Double.MAX_VALUE)) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            dx[i] = q[i] * (product(rows[i], db) - (z[i] - w[i]));
            dz[i] = -z[i] * (1 + dx[i] / x[i]);
            dw[i] = -w[i] * (1 - dx[i] / s[i]);
        }
        double primal = primalStep();
        double dual = dualStep();
        if (Math.min(primal, dual) < 1) {
            double after = gap(primal, dual) / gap;
            db = correct(gap * after * after * after / (2 * n), right, root);
            primal = primalStep();
            dual = dualStep();
        }
        return move(primal, dual, db);
    }

    private double[] correct(double mu, double[] right, double[][] root) {
        double[] corrected = right.clone();
        for (int i = 0; i < n; i++) {
            addTimes(corrected, rows[i], q[i] * bend(i, mu));
        }
        double[] db = solve(root, corrected);
        for (int i = 0; i < n; i++) {
            double dxdz = dx[i] * dz[i];
            double dsdw = -dx[i] * dw[i];
            double step = q[i] * (product(rows[i], db) - (z[i] - w[i]) - bend(i, mu));
            dz[i] = (mu - dxdz - z[i] * step) / x[i] - z[i];
            dw[i] = (mu - dsdw + w[i] * step) / s[i] - w[i];
            dx[i] = step;
        }
        return db;
    }

    /** What the second-order terms and the centring add to the equations of a row. */
    private double bend(int i, double mu) {
        return (dx[i] * dz[i] - mu) / x[i] - (-dx[i] * dw[i] - mu) / s[i];
    }

    private boolean move(double primal, double dual, double[] db) {
        for (int i = 0; i < n; i++) {
            x[i] += primal * dx[i];
            s[i] -= primal * dx[i];
            z[i] += dual * dz[i];
            w[i] += dual * dw[i];
        }
        double size = 0;
        for (int j = 0; j < p; j++) {
            b[j] -= dual * db[j];
            size += Math.abs(b[j]);
        }
        return size < Double.MAX_VALUE;
    }

    private double primalStep() {
        double step = Double.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            step = dx[i] < 0 ? Math.min(step, -x[i] / dx[i]) : dx[i] > 0 ? Math.min(step, s[i] / dx[i]) : step;
        }
        return Math.min(SHORTENED * step, 1);
    }

    private double dualStep() {
        double step = Double.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            step = dz[i] < 0 ? Math.min(step, -z[i] / dz[i]) : step;
            step = dw[i] < 0 ? Math.min(step, -w[i] / dw[i]) : step;
        }
        return Math.min(SHORTENED * step, 1);
    }

    /** The sum of the complementary products after a step. */
    private double gap(double primal, double dual) {
        double gap = 0;
        for (int i = 0; i < n; i++) {
            gap += (z[i] + dual * dz[i]) * (x[i] + primal * dx[i]) + (w[i] + dual * dw[i]) * (s[i] - primal * dx[i]);
        }
        return gap;
    }

    /** The sum of absolute residuals. */
    private double absolute() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.abs(w[i] - z[i]) * (x[i] + s[i]);
        }
        return sum;
    }

    static double product(double[] row, double[] coefficients) {
        double product = 0;
        for (int j = 0; j < coefficients.length; j++) {
            product += row[j] * coefficients[j];
        }
        return product;
    }

    static double[][] gram(double[][] rows, double[] weights, int columns) {
        double[][] gram = new double[columns][columns];
        for (int k = 0; k < rows.length; k++) {
            double[] row = rows[k];
            for (int i = 0; i < columns; i++) {
                double weighted = weights[k] * row[i];
                if (weighted != 0) {
                    double[] line = gram[i];
                    for (int j = 0; j <= i; j++) {
                        line[j] += weighted * row[j];
                    }
                }
            }
        }
        return gram;
    }

    private static void addTimes(double[] sum, double[] row, double factor) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * row[j];
        }
    }

    /** The Cholesky factor, in place. */
    private static double[][] root(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = a[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(rest) : rest / a[j][j];
            }
        }
        return a;
    }

    private static double[] solve(double[][] root, double[] right) {
        double[] solution = right.clone();
        for (int i = 0; i < solution.length; i++) {
            for (int j = 0; j < i; j++) {
                solution[i] -= root[i][j] * solution[j];
            }
            solution[i] /= root[i][i];
        }
        for (int i = solution.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < solution.length; j++) {
                solution[i] -= root[j][i] * solution[j];
            }
            solution[i] /= root[i][i];
        }
        return solution;
    }
}
