package org.junheng.impact;

import java.util.Arrays;

/**
 * The wild cluster bootstrap of few clusters with the hypothesis imposed (Cameron, Gelbach and Miller 2008; on scores Kline and Santos 2012).
 *
 * <p>Under the hypothesis that the effect is v - d, the mean change of joined and comparison schools together is estimated, and the score of a
 * cluster is a_c + d b_c (b_c its mass in these proportions, adding up to n); their sum is n d.
 * A draw with signs s is at least as large in size when d is at most {@code max(A / (n - B), -A / (n + B))} with A = sum s a, B = sum s b. So
 * every draw has one critical distance, and the ends of the interval are order statistics of it: nothing is searched for.
 */
final class SignTest {
    /** Of 999 draws and the data themselves, 50 are 5 %. */
    private static final int CRITICAL = SignDraws.DRAWS - 50;

    private final double value;
    private final double[] below;
    private final double[] above;

    SignTest(double value, int schools, double[] scores, double[] masses) {
        this.value = value;
        this.below = new double[scores.length];
        this.above = new double[scores.length];
        for (int d = 0; d < scores.length; d++) {
            below[d] = distance(scores[d], masses[d], schools);
            above[d] = distance(-scores[d], masses[d], schools);
        }
        Arrays.sort(below);
        Arrays.sort(above);
    }

    double low() {
        return value - below[CRITICAL];
    }

    double high() {
        return value + above[CRITICAL];
    }

    /** Of the hypothesis that there is no effect, two-sided. */
    double pValue() {
        double[] distances = value > 0 ? below : above;
        int atLeast = 0;
        for (double distance : distances) {
            atLeast += distance >= Math.abs(value) ? 1 : 0;
        }
        return (1.0 + atLeast) / (1 + SignDraws.DRAWS);
    }

    private static double distance(double score, double mass, int n) {
        return Math.max(quotient(score, n - mass, n), quotient(-score, n + mass, n));
    }

    /** A draw that gives all joined clusters one sign never falls behind. */
    private static double quotient(double score, double left, int n) {
        if (left > 1e-9 * n) {
            return score / left;
        }
        return score > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
