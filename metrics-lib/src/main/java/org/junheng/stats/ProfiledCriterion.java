package org.junheng.stats;

import java.util.stream.IntStream;

/**
 * -2 log-likelihood of a random-intercept model as a function of the variance ratio {@code r = sigma2_school / sigma2_pupil} alone, and its
 * derivative in closed form.
 *
 * <p>With {@code a_j = n_j / (1 + r n_j)} and group means m_j, {@code A(r) = W + sum(a_j m_j m_j')} holds the weighted cross-products of
 * intercept, terms and response; its Cholesky factor gives the coefficients, the residual sum of squares and the determinant.
 */
final class ProfiledCriterion {
    private final Estimator estimator;
    private final double[][] rows;
    private final double[][] within;
    private final double[] sizes;
    private final SizedGroups sized;

    /** Terms with the intercept. */
    private final int terms;

    private final long degrees;

    /** The criterion at one ratio. */
    static final class Point {
        private final double ratio;
        private final double criterion;
        private final double[][] root;

        private Point(double ratio, double criterion, double[][] root) {
            this.ratio = ratio;
            this.criterion = criterion;
            this.root = root;
        }

        double ratio() {
            return ratio;
        }

        double criterion() {
            return criterion;
        }

        /** The Cholesky factor of A, the response in its last row. */
        double[][] root() {
            return root;
        }

        double residualSquares() {
            double last = root[root.length - 1][root.length - 1];
            return last * last;
        }
    }

    ProfiledCriterion(BetweenWithin data, Estimator estimator) {
        this.estimator = estimator;
        this.terms = data.variables().size();
        this.degrees = estimator == Estimator.REML ? data.units() - terms : data.units();
        this.rows = new double[data.groups().size()][terms + 1];
        for (int g = 0; g < rows.length; g++) {
            rows[g][0] = 1;
            for (int i = 1; i <= terms; i++) {
                rows[g][i] = data.mean(g, i % terms);
            }
        }
        this.sizes = IntStream.range(0, rows.length).mapToDouble(data::size).toArray();
        this.sized = new SizedGroups(data, rows);
        this.within = new double[terms + 1][terms + 1];
        for (int i = 1; i <= terms; i++) {
            for (int j = 1; j <= terms; j++) {
                within[i][j] = data.within(i % terms, j % terms);
            }
        }
    }

    /** Units, less the terms for REML: the denominator of the pupil variance. */
    long degrees() {
        return degrees;
    }

    Point at(double ratio) {
        double[][] root = cholesky(crossProducts(ratio));
        double logs = 0;
        for (double size : sizes) {
            logs += Math.log1p(ratio * size);
        }
        double scale = root[terms][terms] * root[terms][terms] / degrees;
        double criterion = degrees * (Math.log(2 * Math.PI) + Math.log(scale) + 1) + logs;
        if (estimator == Estimator.REML) {
            for (int i = 0; i < terms; i++) {
                criterion += 2 * Math.log(root[i][i]);
            }
        }
        return new Point(ratio, criterion, root);
    }

    /** The derivative of the criterion. */
    double slope(double ratio) {
        double[][] root = cholesky(crossProducts(ratio));
        double slope = 0;
        double[] z = new double[terms + 1];
        for (int g = 0; g < rows.length; g++) {
            double a = weight(g, ratio);
            solve(root, rows[g], z);
            double spread = degrees * z[terms] * z[terms];
            if (estimator == Estimator.REML) {
                spread += squares(z);
            }
            slope += a - a * a * spread;
        }
        return slope;
    }

    /** Whether the criterion falls at a ratio: whether its slope is below 0. */
    boolean falls(double ratio) {
        if (sized.areFew(rows.length)) {
            double[][] a = sized.crossProducts(ratio, terms + 1);
            for (int i = 0; i <= terms; i++) {
                for (int j = 0; j <= i; j++) {
                    a[i][j] += within[i][j];
                }
            }
            double sign = sized.sign(ratio, form(cholesky(a)));
            if (sign != 0) {
                return sign < 0;
            }
        }
        return slope(ratio) < 0;
    }

    /** The sum of squares of which the slope consists, as a form in the means of a group. */
    private double[][] form(double[][] root) {
        double[][] form = new double[terms + 1][terms + 1];
        double[][] inverse = new double[terms + 1][]; // column by column
        for (int i = 0; i <= terms; i++) {
            double[] unit = new double[terms + 1];
            unit[i] = 1;
            inverse[i] = solve(root, unit, new double[terms + 1]);
        }
        for (int k = estimator == Estimator.REML ? 0 : terms; k <= terms; k++) {
            double times = k == terms ? degrees : 1;
            for (int i = 0; i <= terms; i++) {
                for (int j = 0; j <= terms; j++) {
                    form[i][j] += times * inverse[i][k] * inverse[j][k];
                }
            }
        }
        return form;
    }

    /** A(r), the response last. */
    double[][] crossProducts(double ratio) {
        double[][] a = new double[terms + 1][terms + 1];
        for (int g = 0; g < rows.length; g++) {
            double weight = weight(g, ratio);
            double[] row = rows[g];
            for (int i = 0; i <= terms; i++) {
                double weighted = weight * row[i];
                double[] sums = a[i];
                for (int j = 0; j <= i; j++) {
                    sums[j] += weighted * row[j];
                }
            }
        }
        for (int i = 0; i <= terms; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] += within[i][j];
            }
        }
        return a;
    }

    double weight(int group, double ratio) {
        double n = sizes[group];
        return n / (1 + ratio * n);
    }

    /** The inverse root of A times a group's means: squares of all but the last add up to the leverage, the last is the scaled residual. */
    double[] solved(Point point, int group) {
        return solve(point.root(), rows[group], new double[terms + 1]);
    }

    /** The sum of squares of all but the last number. */
    static double squares(double[] z) {
        double squares = 0;
        for (int i = 0; i + 1 < z.length; i++) {
            squares += z[i] * z[i];
        }
        return squares;
    }

    private static double[] solve(double[][] root, double[] row, double[] z) {
        for (int i = 0; i < z.length; i++) {
            double rest = row[i];
            for (int j = 0; j < i; j++) {
                rest -= root[i][j] * z[j];
            }
            z[i] = rest / root[i][i];
        }
        return z;
    }

    private static double[][] cholesky(double[][] a) {
        double[][] root = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = a[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        return root;
    }
}
