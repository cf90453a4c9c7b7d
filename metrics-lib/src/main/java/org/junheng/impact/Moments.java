package org.junheng.impact;

/** Weighted sums over the schools of a cell, in their order. */
final class Moments {
    private Moments() {}

    /** {@code sum w x x'}, lower triangle. */
    static double[][] products(Cell cell, double[] weights) {
        double[][] sums = new double[cell.terms()][cell.terms()];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < sums.length && weights[i] != 0; j++) {
                double wx = weights[i] * cell.x(j, i);
                for (int m = 0; m <= j; m++) {
                    sums[j][m] += wx * cell.x(m, i);
                }
            }
        }
        return sums;
    }

    /** {@code sum w x}. */
    static double[] sums(Cell cell, double[] weights) {
        double[] sums = new double[cell.terms()];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < sums.length && weights[i] != 0; j++) {
                sums[j] += weights[i] * cell.x(j, i);
            }
        }
        return sums;
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** {@code sum v w}. */
    static double product(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * weights[i];
        }
        return sum;
    }
}
