package org.junheng.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The Cholesky factor of a sparse symmetric matrix in a given order of elimination, and those elements of the inverse that lie where the factor
 * has elements (Takahashi, Fagan and Chin 1973; Erisman and Tinney 1975). The pattern is worked out once, the numbers as often as they change.
 */
final class SparseCholesky {
    private final int size;

    /** By column: the rows below the diagonal, in rising order. */
    private final int[][] rows;

    private final double[][] lower;
    private final double[] diagonal;
    /** @param pattern by column: the rows below the diagonal that may not be 0 */
    SparseCholesky(List<SortedSet<Integer>> pattern) {
        this.size = pattern.size();
        this.rows = filled(pattern);
        this.lower = new double[size][];
        for (int j = 0; j < size; j++) {
            lower[j] = new double[rows[j].length];
        }
        this.diagonal = new double[size];
    }

    private static int[][] filled(List<SortedSet<Integer>> pattern) {
        List<SortedSet<Integer>> columns = new ArrayList<>();
        pattern.forEach(rows -> columns.add(new TreeSet<>(rows)));
        int[][] filled = new int[columns.size()][];
        for (int j = 0; j < filled.length; j++) {
            SortedSet<Integer> own = columns.get(j);
            filled[j] = own.stream().mapToInt(Integer::intValue).toArray();
            if (!own.isEmpty()) {
                int parent = own.first();
                columns.get(parent).addAll(own.tailSet(parent + 1));
            }
            columns.set(j, new TreeSet<>());
        }
        return filled;
    }

    void clear() {
        Arrays.fill(diagonal, 0);
        for (double[] column : lower) {
            Arrays.fill(column, 0);
        }
    }

    /** Adds to an element of the matrix, given once, above or below the diagonal. */
    void add(int i, int j, double value) {
        if (i == j) {
            diagonal[i] += value;
        } else {
            int column = Math.min(i, j);
            lower[column][at(column, Math.max(i, j))] += value;
        }
    }

    /** Turns the matrix into its factor; an element of the diagonal becomes NaN where the matrix is not positive. */
    void factor() {
        for (int k = 0; k < size; k++) {
            diagonal[k] = Math.sqrt(diagonal[k]);
            for (int a = 0; a < rows[k].length; a++) {
                lower[k][a] /= diagonal[k];
            }
            for (int a = 0; a < rows[k].length; a++) {
                subtract(k, a);
            }
        }
    }

    private void subtract(int k, int a) {
        int column = rows[k][a];
        double factor = lower[k][a];
        diagonal[column] -= factor * factor;
        int[] target = rows[column];
        int t = 0;
        for (int b = a + 1; b < rows[k].length; b++) {
            while (target[t] != rows[k][b]) {
                t++;
            }
            lower[column][t] -= factor * lower[k][b];
        }
    }

    double diagonal(int i) {
        return diagonal[i];
    }

    /** The solution of the leading {@code limit} equations whose right side is the row below them. */
    double[] solution(int limit, int right) {
        double[] solution = new double[limit];
        for (int j = limit - 1; j >= 0; j--) {
            double rest = 0;
            for (int a = 0; a < rows[j].length; a++) {
                if (rows[j][a] == right) {
                    rest += lower[j][a];
                } else if (rows[j][a] < limit) {
                    rest -= lower[j][a] * solution[rows[j][a]];
                }
            }
            solution[j] = rest / diagonal[j];
        }
        return solution;
    }

    /** The inverse of the leading {@code limit} rows and columns, where the factor has elements. */
    Inverse inverse(int limit) {
        return new Inverse(limit);
    }

    /** Some elements of an inverse. */
    final class Inverse {
        private final double[][] below;
        private final double[] onDiagonal;

        private Inverse(int limit) {
            this.below = new double[limit][];
            this.onDiagonal = new double[limit];
            for (int j = limit - 1; j >= 0; j--) {
                column(j, within(j, limit));
            }
        }

        private int within(int j, int limit) {
            int end = Arrays.binarySearch(rows[j], limit);
            return end < 0 ? -end - 1 : end;
        }

        private void column(int j, int count) {
            double[] sums = new double[count];
            for (int a = 0; a < count; a++) {
                sums[a] += onDiagonal[rows[j][a]] * lower[j][a];
                int column = rows[j][a];
                int t = 0;
                for (int b = a + 1; b < count; b++) {
                    while (rows[column][t] != rows[j][b]) {
                        t++;
                    }
                    sums[a] += below[column][t] * lower[j][b];
                    sums[b] += below[column][t] * lower[j][a];
                }
            }
            double product = 0;
            for (int a = 0; a < count; a++) {
                sums[a] /= -diagonal[j];
                product += sums[a] * lower[j][a];
            }
            below[j] = sums;
            onDiagonal[j] = (1 / diagonal[j] - product) / diagonal[j];
        }

        double at(int i, int j) {
            int column = Math.min(i, j);
            return i == j ? onDiagonal[i] : below[column][SparseCholesky.this.at(column, Math.max(i, j))];
        }
    }

    private int at(int column, int row) {
        return Arrays.binarySearch(rows[column], row);
    }
}
