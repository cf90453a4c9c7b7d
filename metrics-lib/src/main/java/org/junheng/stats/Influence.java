package org.junheng.stats;

/**
 * The delta method: how much an estimate moves per unit share of weight put on each unit, and the standard error that follows,
 * {@code sqrt(sum(L_i^2)) / n} (the infinitesimal jackknife; Efron 1982).
 */
public final class Influence {
    private Influence() {}

    public static double standardError(double[] influences) {
        CompensatedSum squares = new CompensatedSum();
        for (double one : influences) {
            squares.add(one * one);
        }
        return Math.sqrt(squares.value()) / influences.length;
    }

    /** Of the weighted coefficient of variation {@code sqrt(A C / B^2 - 1)}, {@code A = sum(w), B = sum(w x), C = sum(w x^2)}; not numbers without spread. */
    public static double[] ofCoefficientOfVariation(double[] figures, double[] weights) {
        double[] sums = new double[3];
        for (int i = 0; i < figures.length; i++) {
            sums[0] += weights[i];
            sums[1] += weights[i] * figures[i];
        }
        double m = sums[1] / sums[0];
        for (int i = 0; i < figures.length; i++) {
            sums[2] += weights[i] * (figures[i] - m) * (figures[i] - m);
        }
        double variance = sums[2] / sums[0];
        double s = Math.sqrt(variance);
        double[] influences = new double[figures.length];
        for (int i = 0; i < figures.length; i++) {
            double d = figures[i] - m;
            double share = figures.length * weights[i] / sums[0];
            influences[i] = share * ((d * d - variance) / (2 * s * m) - s * d / (m * m));
        }
        return influences;
    }
}
