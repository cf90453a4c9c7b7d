package org.junheng.stats;

import org.jspecify.annotations.Nullable;

/** Arithmetic of small dense matrices. */
final class Matrices {
    private Matrices() {}

    static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[k].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    static double[][] copied(double[][] a) {
        double[][] copied = a.clone();
        for (int i = 0; i < a.length; i++) {
            copied[i] = a[i].clone();
        }
        return copied;
    }

    static double[][] transposed(double[][] a) {
        double[][] transposed = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    /** {@code factor a b a'}. */
    static double[][] around(double[][] a, double[][] b, double factor) {
        double[][] product = product(product(a, b), transposed(a));
        for (double[] row : product) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return product;
    }

    static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** The solution x of {@code a' x = b} for a lower triangle a. */
    static double[][] solvedTransposed(double[][] a, double[][] b) {
        double[][] x = new double[b.length][];
        for (int i = b.length - 1; i >= 0; i--) {
            x[i] = b[i].clone();
            for (int j = 0; j < x[i].length; j++) {
                for (int k = i + 1; k < b.length; k++) {
                    x[i][j] -= a[k][i] * x[k][j];
                }
                x[i][j] /= a[i][i];
            }
        }
        return x;
    }

    /** The solution of {@code a x = b} for a symmetric positive a, null when a is not positive. */
    static double @Nullable [] solved(double[][] a, double[] b) {
        int n = b.length;
        double[][] root = new double[n][n];
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = a[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i == j && !(rest > 0)) {
                    return null;
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= root[i][k] * x[k];
            }
            x[i] /= root[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= root[k][i] * x[k];
            }
            x[i] /= root[i][i];
        }
        return x;
    }
}
