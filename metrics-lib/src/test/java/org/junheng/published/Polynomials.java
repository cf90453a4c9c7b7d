package org.junheng.published;

/** Columns of a polynomial regression. */
final class Polynomials {
    private Polynomials() {}

    /** {@code 1, x, x^2, ...}, each the rounded product of the one before. */
    static double[] powers(double x, int degree) {
        double[] powers = new double[degree + 1];
        powers[0] = 1;
        for (int k = 1; k <= degree; k++) {
            powers[k] = powers[k - 1] * x;
        }
        return powers;
    }
}
