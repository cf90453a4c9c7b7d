package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cubic B-splines: without knots they are Bernstein's polynomials, with knots they add up to 1 and reproduce any cubic. */
class CubicSplinesTest {
    @Test
    void withoutKnotsTheyAreBernsteinsPolynomials() {
        CubicSplines splines = new CubicSplines(List.of(), 0, 2);
        double[] row = row(splines, 0.5); // a quarter of the way
        assertEquals(3 * 0.25 * 0.75 * 0.75, row[0], 1e-15);
        assertEquals(3 * 0.25 * 0.25 * 0.75, row[1], 1e-15);
        assertEquals(0.25 * 0.25 * 0.25, row[2], 1e-15);
    }

    /** The uniform cubic B-spline at its own knots is 1/6, 4/6, 1/6. */
    @Test
    void farFromTheBoundariesTheyAreTheUniformSpline() {
        double[] row = row(new CubicSplines(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), 0, 8), 4.0);
        assertEquals(1 / 6.0, row[3], 1e-15);
        assertEquals(4 / 6.0, row[4], 1e-15);
        assertEquals(1 / 6.0, row[5], 1e-15);
        assertEquals(1, row[3] + row[4] + row[5], 1e-15);
    }

    @Test
    void allButTheFirstAddUpToOneBeyondTheFirstKnot() {
        CubicSplines splines = new CubicSplines(List.of(0.2, 0.2, 0.7), 0, 1);
        for (double x : new double[] {0.2, 0.3, 0.7, 0.9, 1}) {
            double sum = 0;
            for (double value : row(splines, x)) {
                assertTrue(value >= 0);
                sum += value;
            }
            assertEquals(1, sum, 1e-15);
        }
        assertEquals(0, row(splines, 0)[0]);
    }

    @Test
    void aKnotOnTheUpperBoundaryIsNoTrouble() {
        double[] row = row(new CubicSplines(List.of(0.5, 1.0), 0, 1), 1);
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        assertEquals(1, sum, 1e-15);
    }

    @Test
    void writesOnlyItsOwnColumns() {
        double[] row = {7, 7, 7, 7, 7};
        new CubicSplines(List.of(), 0, 1).write(1, row, 1);
        assertEquals(
                List.of(7.0, 0.0, 0.0, 1.0, 7.0), Arrays.stream(row).boxed().toList());
    }

    @Test
    void refusesBoundariesAndKnotsOutOfOrder() {
        assertThrows(IllegalArgumentException.class, () -> new CubicSplines(List.of(), 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new CubicSplines(List.of(2.0), 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new CubicSplines(List.of(0.6, 0.5), 0, 1));
    }

    private static double[] row(CubicSplines splines, double x) {
        double[] row = new double[splines.columns()];
        splines.write(x, row, 0);
        return row;
    }
}
