package org.junheng.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The symmetric inverse root of a symmetric matrix without negative eigenvalues: {@code S A S = I} on the space where A is not 0. */
final class InverseRoot {
    private InverseRoot() {}

    /** @param nothing share of the largest eigenvalue up to which an eigenvalue is taken as 0 */
    static RealMatrix of(RealMatrix a, double nothing) {
        int n = a.getRowDimension();
        EigenDecomposition eigen = new EigenDecomposition(symmetric(a));
        double[] values = eigen.getRealEigenvalues();
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        RealMatrix vectors = eigen.getV();
        RealMatrix root = new Array2DRowRealMatrix(n, n);
        for (int k = 0; k < n; k++) {
            if (values[k] > nothing * largest) {
                double scale = 1 / Math.sqrt(values[k]);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        root.addToEntry(i, j, scale * vectors.getEntry(i, k) * vectors.getEntry(j, k));
                    }
                }
            }
        }
        return root;
    }

    private static RealMatrix symmetric(RealMatrix a) {
        return a.add(a.transpose()).scalarMultiply(0.5);
    }
}
