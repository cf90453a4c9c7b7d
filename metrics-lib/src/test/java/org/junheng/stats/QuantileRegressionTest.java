package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Quantile regression on data whose answer can be found by hand or by trying every line through two points. */
class QuantileRegressionTest {
    private static final CounterRandom RANDOM = CounterRandom.of(7, "quantile regression");

    /** With an intercept alone the answer is the sample quantile, whatever the weights are made of. */
    @Test
    void interceptAloneIsTheQuantile() {
        double[][] ones = {{1}, {1}, {1}, {1}, {1}};
        double[] y = {3, 1, 4, 10, 5};
        double[] once = {1, 1, 1, 1, 1};
        assertEquals(4, new QuantileRegression(ones, y, once).at(0.5)[0], 1e-12);
        assertEquals(1, new QuantileRegression(ones, y, once).at(0.1)[0], 1e-12);
        assertEquals(10, new QuantileRegression(ones, y, once).at(0.9)[0], 1e-12);
        assertEquals(10, new QuantileRegression(ones, y, new double[] {1, 1, 1, 4, 1}).at(0.55)[0], 1e-12);
    }

    @Test
    void aWeightIsThatManyRows() {
        int n = 40;
        double[][] rows = new double[2 * n][];
        double[] y = new double[2 * n];
        double[][] half = new double[n][];
        double[] halfY = new double[n];
        for (int i = 0; i < n; i++) {
            half[i] = new double[] {1, RANDOM.normal(1, i)};
            halfY[i] = half[i][1] + RANDOM.normal(2, i);
            rows[i] = half[i];
            rows[n + i] = half[i];
            y[i] = halfY[i];
            y[n + i] = halfY[i];
        }
        double[] twice = new QuantileRegression(half, halfY, filled(n, 2)).at(0.3);
        double[] apart = new QuantileRegression(rows, y, filled(2 * n, 1)).at(0.3);
        assertEquals(apart[0], twice[0], 1e-10);
        assertEquals(apart[1], twice[1], 1e-10);
    }

    /** An optimum passes through two of the points: the best of all lines through two points is it. */
    @Test
    void noLineThroughTwoPointsIsBetter() {
        int n = 30;
        double[][] rows = new double[n][];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[] {1, RANDOM.uniform(3, i)};
            y[i] = 1e6 + 5 * rows[i][1] + RANDOM.normal(4, i);
        }
        QuantileRegression regression = new QuantileRegression(rows, y, filled(n, 1));
        for (double tau : new double[] {0.005, 0.25, 0.5, 0.77, 0.995}) {
            double best = Double.MAX_VALUE;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    double slope = (y[i] - y[j]) / (rows[i][1] - rows[j][1]);
                    best = Math.min(best, regression.lossOf(new double[] {y[i] - slope * rows[i][1], slope}, tau));
                }
            }
            assertEquals(best, regression.lossOf(regression.at(tau), tau), 1e-9 * best);
        }
    }

    @Test
    void columnsThatOthersDetermineGetNothing() {
        double[][] rows = new double[20][];
        double[] y = new double[20];
        for (int i = 0; i < 20; i++) {
            rows[i] = new double[] {1, i, 0, 2.0 * i + 3, i * i};
            y[i] = i + RANDOM.normal(5, i);
        }
        QuantileRegression regression = new QuantileRegression(rows, y, filled(20, 1));
        double[] at = regression.at(0.5);
        assertEquals(3, regression.rank());
        assertEquals(0, at[2]);
        assertEquals(0, at[3]);
        assertTrue(at[4] != 0);
    }

    @Test
    void fitsWhatHasNoResidual() {
        double[][] rows = {{1, 0}, {1, 1}, {1, 2}, {1, 3}};
        double[] at = new QuantileRegression(rows, new double[] {2, 5, 8, 11}, filled(4, 1)).at(0.4);
        assertEquals(2, at[0], 1e-9);
        assertEquals(3, at[1], 1e-9);
        assertEquals(5, new QuantileRegression(rows, filled(4, 5), filled(4, 1)).at(0.4)[0], 1e-12);
    }

    /** The way of large regressions and the way of small ones come to the same plane. */
    /** The numbers 0 to 100,000: the 25,001st is the first that reaches a quarter. */
    @Test
    void manyRowsHaveTheSameQuantiles() {
        int n = 100_001;
        double[][] rows = new double[n][];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[] {1};
            y[i] = (i * 7919L) % n; // every number once, 7919 and n having no common factor
        }
        QuantileRegression many = new QuantileRegression(rows, y, filled(n, 1));
        assertEquals(25_000, many.at(0.25)[0], 1e-6);
        assertEquals(50_000, many.at(0.5)[0], 1e-6);
        assertEquals(1, many.rank());
    }

    @Test
    void heapsDoNotMoveThePlane() {
        int n = 3000;
        double[][] rows = new double[n][];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double x = RANDOM.normal(6, i);
            rows[i] = new double[] {1, x, x * x};
            y[i] = i / 1000.0 + x + (1 + 0.2 * x) * RANDOM.normal(7, i);
        }
        QuantileRegression regression = new QuantileRegression(rows, y, filled(n, 1));
        for (double tau : new double[] {0.005, 0.305, 0.5, 0.995}) {
            double[] plane = new Globbed(rows, y, filled(n, 1), tau).solved();
            assertNotNull(plane);
            assertArrayEquals(regression.at(tau), plane, 1e-9);
        }
    }

    private static double[] filled(int n, double value) {
        double[] filled = new double[n];
        Arrays.fill(filled, value);
        return filled;
    }
}
