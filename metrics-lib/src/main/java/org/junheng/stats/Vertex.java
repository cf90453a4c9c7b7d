package org.junheng.stats;

import org.jspecify.annotations.Nullable;

/** The plane that passes exactly through as many points as it has coefficients. */
final class Vertex {
    private static final double INDEPENDENT = 1e-9;

    private Vertex() {}

    /** Takes points in the given order, passing over those whose rows the rows before them determine; null when too few are left. */
    static double @Nullable [] through(double[][] rows, double[] response, int[] candidates) {
        int columns = rows[0].length;
        double[][] reduced = new double[columns][];
        int[] pivots = new int[columns];
        int found = 0;
        for (int i = 0; i < candidates.length && found < columns; i++) {
            double[] row = new double[columns + 1];
            System.arraycopy(rows[candidates[i]], 0, row, 0, columns);
            row[columns] = response[candidates[i]];
            for (int k = 0; k < found; k++) {
                subtract(row, reduced[k], pivots[k]);
            }
            int pivot = largest(row, columns);
            if (Math.abs(row[pivot]) > INDEPENDENT) {
                reduced[found] = row;
                pivots[found++] = pivot;
            }
        }
        return found == columns ? solved(reduced, pivots) : null;
    }

    private static void subtract(double[] row, double[] other, int pivot) {
        double share = row[pivot] / other[pivot];
        for (int j = 0; j < row.length; j++) {
            row[j] -= share * other[j];
        }
        row[pivot] = 0;
    }

    private static int largest(double[] row, int columns) {
        int largest = 0;
        for (int j = 1; j < columns; j++) {
            if (Math.abs(row[j]) > Math.abs(row[largest])) {
                largest = j;
            }
        }
        return largest;
    }

    private static double[] solved(double[][] reduced, int[] pivots) {
        int columns = pivots.length;
        double[] coefficients = new double[columns];
        for (int k = columns - 1; k >= 0; k--) {
            double rest = reduced[k][columns];
            for (int later = k + 1; later < columns; later++) {
                rest -= reduced[k][pivots[later]] * coefficients[pivots[later]];
            }
            coefficients[pivots[k]] = rest / reduced[k][pivots[k]];
        }
        return coefficients;
    }
}
