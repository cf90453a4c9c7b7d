package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** The sparse factor against the dense one of another library, with fill that the pattern of the matrix does not show. */
class SparseCholeskyTest {
    private static final int SIZE = 9;

    /** A ring: eliminating it fills in, and the last row holds a right side. */
    private static final double[][] MATRIX = ring();

    @Test
    void factorEqualsTheDenseOne() {
        RealMatrix dense = new CholeskyDecomposition(new Array2DRowRealMatrix(MATRIX)).getL();
        SparseCholesky sparse = factor(MATRIX);
        for (int i = 0; i < SIZE; i++) {
            assertEquals(dense.getEntry(i, i), sparse.diagonal(i), 1e-14);
        }
    }

    @Test
    void inverseEqualsTheDenseOneWhereItIsKnown() {
        SparseCholesky sparse = factor(MATRIX);
        for (int limit : new int[] {4, SIZE - 1, SIZE}) {
            RealMatrix part = new Array2DRowRealMatrix(MATRIX).getSubMatrix(0, limit - 1, 0, limit - 1);
            RealMatrix dense = new CholeskyDecomposition(part).getSolver().getInverse();
            SparseCholesky.Inverse inverse = sparse.inverse(limit);
            for (int i = 0; i < limit; i++) {
                for (int j = 0; j <= i; j++) {
                    if (MATRIX[i][j] != 0) {
                        assertEquals(dense.getEntry(i, j), inverse.at(i, j), 1e-14);
                        assertEquals(inverse.at(i, j), inverse.at(j, i));
                    }
                }
            }
        }
    }

    @Test
    void solvesForTheLastRow() {
        double[] solution = factor(MATRIX).solution(SIZE - 1, SIZE - 1);
        RealMatrix part = new Array2DRowRealMatrix(MATRIX).getSubMatrix(0, SIZE - 2, 0, SIZE - 2);
        double[] right = new double[SIZE - 1];
        System.arraycopy(MATRIX[SIZE - 1], 0, right, 0, SIZE - 1);
        double[] dense = new CholeskyDecomposition(part)
                .getSolver()
                .solve(new ArrayRealVector(right))
                .toArray();
        for (int i = 0; i < dense.length; i++) {
            assertEquals(dense[i], solution[i], 1e-14);
        }
    }

    @Test
    void canBeFilledAgainAndSaysWhatIsNotPositive() {
        SparseCholesky sparse = factor(MATRIX);
        double first = sparse.diagonal(SIZE - 1);
        sparse.clear();
        fill(sparse, MATRIX);
        sparse.factor();
        assertEquals(first, sparse.diagonal(SIZE - 1));
        SparseCholesky not = factor(new double[][] {{1, 2}, {2, 1}});
        assertTrue(Double.isNaN(not.diagonal(1)));
    }

    private static double[][] ring() {
        double[][] ring = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            ring[i][i] = 4 + 0.1 * i;
            int next = (i + 1) % (SIZE - 1);
            if (i < SIZE - 1) {
                ring[i][next] = -1 - 0.01 * i;
                ring[next][i] = ring[i][next];
            }
        }
        ring[SIZE - 1][0] = 0.3;
        ring[0][SIZE - 1] = 0.3;
        ring[SIZE - 1][5] = 0.7;
        ring[5][SIZE - 1] = 0.7;
        return ring;
    }

    private static SparseCholesky factor(double[][] matrix) {
        List<SortedSet<Integer>> pattern = new ArrayList<>();
        for (int j = 0; j < matrix.length; j++) {
            SortedSet<Integer> rows = new TreeSet<>();
            for (int i = j + 1; i < matrix.length; i++) {
                if (matrix[i][j] != 0) {
                    rows.add(i);
                }
            }
            pattern.add(rows);
        }
        SparseCholesky sparse = new SparseCholesky(pattern);
        fill(sparse, matrix);
        sparse.factor();
        return sparse;
    }

    private static void fill(SparseCholesky sparse, double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                if (matrix[i][j] != 0) {
                    sparse.add(i, j, matrix[i][j]);
                }
            }
        }
    }
}
