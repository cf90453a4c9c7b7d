package org.junheng.stats;

import java.util.Optional;

/**
 * The Cholesky factor of a symmetric positive definite matrix.
 *
 * <p>Absent when a variable has less than {@value #OWN_SHARE} of its own sum of squares beside the variables before it: then the matrix is
 * singular for every practical purpose.
 */
public final class PositiveDefinite {
    private static final double OWN_SHARE = 1e-10;

    private final double[][] factor;

    private PositiveDefinite(double[][] factor) {
        this.factor = factor;
    }

    /** Factors the lower triangle of a matrix. */
    public static Optional<PositiveDefinite> of(double[][] matrix) {
        int k = matrix.length;
        double[][] l = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double left = matrix[i][j];
                for (int m = 0; m < j; m++) {
                    left -= l[i][m] * l[j][m];
                }
                if (i > j) {
                    l[i][j] = left / l[j][j];
                } else if (left > OWN_SHARE * matrix[i][i]) {
                    l[i][i] = Math.sqrt(left);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new PositiveDefinite(l));
    }

    /** The solution of {@code matrix x = right}. */
    public double[] solve(double[] right) {
        int k = factor.length;
        double[] x = right.clone();
        for (int i = 0; i < k; i++) {
            for (int m = 0; m < i; m++) {
                x[i] -= factor[i][m] * x[m];
            }
            x[i] /= factor[i][i];
        }
        for (int i = k - 1; i >= 0; i--) {
            for (int m = i + 1; m < k; m++) {
                x[i] -= factor[m][i] * x[m];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
