package org.junheng.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code A = Q R} by reflections (Householder 1958; Golub and Van Loan, algorithm 5.2.1), for a matrix with at least as many rows as columns. Keeps the
 * digits that the normal equations lose.
 */
final class HouseholderQr {
    /** Units in the last place that a column must have of its own beside the columns before it, per row. */
    private static final double OWN = 0x1.0p-52;

    private final int rows;
    private final int columns;
    private final double[][] reflectors;
    private final double[][] root;
    private final double[] norms;

    HouseholderQr(double[][] matrix) {
        rows = matrix.length;
        columns = rows == 0 ? 0 : matrix[0].length;
        reflectors = new double[columns][];
        root = new double[columns][columns];
        norms = new double[columns];
        double[][] left = new double[columns][rows];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                left[j][i] = matrix[i][j];
            }
            norms[j] = norm(left[j], 0);
        }
        for (int j = 0; j < columns; j++) {
            reflectors[j] = reflector(left[j], j);
            for (int k = j; k < columns; k++) {
                reflect(reflectors[j], left[k], j);
                root[j][k] = left[k][j];
            }
        }
    }

    /** Columns that the ones before them determine. */
    List<Integer> dependent() {
        List<Integer> dependent = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            if (!(Math.abs(root[j][j]) > OWN * rows * norms[j])) {
                dependent.add(j);
            }
        }
        return dependent;
    }

    /** The upper triangle. */
    double[][] root() {
        return root;
    }

    /** The coefficients nearest to a right-hand side. */
    double[] solve(double[] side) {
        double[] turned = side.clone();
        for (int j = 0; j < columns; j++) {
            reflect(reflectors[j], turned, j);
        }
        double[] solution = new double[columns];
        for (int j = columns - 1; j >= 0; j--) {
            double rest = turned[j];
            for (int k = j + 1; k < columns; k++) {
                rest -= root[j][k] * solution[k];
            }
            solution[j] = rest / root[j][j];
        }
        return solution;
    }

    /** The columns of Q that span those of the matrix, one array per row. */
    double[][] basis() {
        double[][] basis = new double[rows][columns];
        double[] unit = new double[rows];
        for (int c = 0; c < columns; c++) {
            Arrays.fill(unit, 0);
            unit[c] = 1;
            for (int j = columns - 1; j >= 0; j--) {
                reflect(reflectors[j], unit, j);
            }
            for (int i = 0; i < rows; i++) {
                basis[i][c] = unit[i];
            }
        }
        return basis;
    }

    /** The inverse of the upper triangle. */
    double[][] inverseRoot() {
        double[][] inverse = new double[columns][columns];
        for (int j = 0; j < columns; j++) {
            inverse[j][j] = 1 / root[j][j];
            for (int i = j - 1; i >= 0; i--) {
                double rest = 0;
                for (int k = i + 1; k <= j; k++) {
                    rest -= root[i][k] * inverse[k][j];
                }
                inverse[i][j] = rest / root[i][i];
            }
        }
        return inverse;
    }

    /** A vector of length sqrt(2) whose reflection puts all of a column into its entry {@code from}; all 0 for a column of zeros. */
    private static double[] reflector(double[] column, int from) {
        double[] v = new double[column.length];
        double length = norm(column, from);
        if (length == 0) {
            return v;
        }
        for (int i = from; i < column.length; i++) {
            v[i] = column[i] / length;
        }
        double head = 1 + Math.abs(v[from]);
        v[from] = Math.copySign(head, v[from]);
        double scale = Math.sqrt(head);
        for (int i = from; i < column.length; i++) {
            v[i] /= scale;
        }
        return v;
    }

    private static void reflect(double[] v, double[] vector, int from) {
        double product = 0;
        for (int i = from; i < vector.length; i++) {
            product += v[i] * vector[i];
        }
        for (int i = from; i < vector.length; i++) {
            vector[i] -= product * v[i];
        }
    }

    private static double norm(double[] vector, int from) {
        double largest = 0;
        for (int i = from; i < vector.length; i++) {
            largest = Math.max(largest, Math.abs(vector[i]));
        }
        if (largest == 0) {
            return 0;
        }
        double squares = 0;
        for (int i = from; i < vector.length; i++) {
            squares += vector[i] / largest * (vector[i] / largest);
        }
        return largest * Math.sqrt(squares);
    }
}
