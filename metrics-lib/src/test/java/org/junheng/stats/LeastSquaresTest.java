package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A line through (0, 1), (1, 3), (2, 4), (3, 4): {@code y = 1.5 + x}, residuals -0.5, 0.5, 0.5, -0.5. */
class LeastSquaresTest {
    private static final double[][] X = {{1, 0}, {1, 1}, {1, 2}, {1, 3}};
    private static final double[] Y = {1, 3, 4, 4};
    private static final List<String> TERMS = List.of("intercept", "x");

    @Test
    void isTheLineThatAReaderCanFollow() {
        LeastSquares fit = fitted(Design.of(TERMS, X, Y));
        assertEquals(1.5, fit.coefficient(0), 1e-15);
        assertEquals(1, fit.coefficient(1), 1e-15);
        assertEquals(1, fit.residualSquares(), 1e-15);
        assertEquals(5 / 6.0, fit.rSquared(), 1e-15);
        assertEquals(1 - 1 / 6.0 * 3 / 2, fit.adjustedRSquared(), 1e-15);
        assertEquals(10, fit.f(), 1e-13);
        assertEquals(Math.sqrt(0.5 / 5), fit.standardError(1), 1e-15);
        assertEquals(TailProbability.ofT(Math.sqrt(10), 2), fit.pValueOfF(), 1e-14);
        assertEquals(0.7, fit.leverage(0), 1e-15);
        assertEquals(-0.5 / Math.sqrt(0.5 * 0.3), fit.standardised(0), 1e-13);
    }

    /** A weight of 2 is the unit twice, for coefficients and sums of squares. */
    @Test
    void weightsAreRepetitions() {
        LeastSquares weighted = fitted(Design.of(TERMS, X, Y).weighted(new double[] {2, 1, 1, 1}));
        double[][] twice = {{1, 0}, {1, 0}, {1, 1}, {1, 2}, {1, 3}};
        LeastSquares repeated = fitted(Design.of(TERMS, twice, new double[] {1, 1, 3, 4, 4}));
        assertEquals(repeated.coefficient(1), weighted.coefficient(1), 1e-15);
        assertEquals(repeated.residualSquares(), weighted.residualSquares(), 1e-15);
        assertEquals(repeated.rSquared(), weighted.rSquared(), 1e-15);
    }

    /** Leaving a unit out changes sigma and the fit as the two influence measures say. */
    @Test
    void influenceIsWhatLeavingOutDoes() {
        LeastSquares fit = fitted(Design.of(TERMS, X, Y));
        LeastSquares without =
                fitted(Design.of(TERMS, new double[][] {X[1], X[2], X[3]}, new double[] {Y[1], Y[2], Y[3]}));
        double outside = Y[0] - without.coefficient(0);
        assertEquals(fit.residual(0) / (1 - fit.leverage(0)), outside, 1e-14);
        double studentised = fit.residual(0) / (without.residualDeviation() * Math.sqrt(1 - fit.leverage(0)));
        assertEquals(studentised, fit.studentised(0), 1e-12);
        double moved = 0;
        for (int i = 0; i < X.length; i++) {
            double there = without.coefficient(0) + without.coefficient(1) * X[i][1];
            moved += (fit.fitted(i) - there) * (fit.fitted(i) - there);
        }
        assertEquals(moved / (2 * fit.residualSquares() / fit.degrees()), fit.cook(0), 1e-13);
    }

    @Test
    void robustErrorsOfAMeanAreThoseOfItsVariance() {
        double[][] ones = {{1}, {1}, {1}};
        LeastSquares fit = fitted(Design.of(List.of("mean"), ones, new double[] {1, 2, 6}));
        assertEquals(Math.sqrt(14 / 9.0), HeteroskedasticErrors.HC0.of(fit)[0], 1e-14);
        assertEquals(Math.sqrt(14 / 6.0), HeteroskedasticErrors.HC1.of(fit)[0], 1e-14);
        assertEquals(Math.sqrt(14 / 6.0), HeteroskedasticErrors.HC2.of(fit)[0], 1e-14);
        assertEquals(Math.sqrt(14 / 4.0), HeteroskedasticErrors.HC3.of(fit)[0], 1e-14);
    }

    /** Clusters of one unit: CR0, CR2 and CR3 are HC0, HC2 and HC3. */
    @Test
    void clustersOfOneAreNoClusters() {
        LeastSquares fit = fitted(Design.of(TERMS, X, Y));
        ClusterErrors errors = ClusterErrors.of(fit, List.of("a", "b", "c", "d"));
        assertEquals(HeteroskedasticErrors.HC0.of(fit)[1], errors.of(ClusterErrors.Kind.CR0)[1], 1e-14);
        assertEquals(HeteroskedasticErrors.HC2.of(fit)[1], errors.of(ClusterErrors.Kind.CR2)[1], 1e-14);
        assertEquals(HeteroskedasticErrors.HC3.of(fit)[1], errors.of(ClusterErrors.Kind.CR3)[1], 1e-14);
        assertThrows(IllegalArgumentException.class, () -> ClusterErrors.of(fit, List.of("a")));
    }

    /** Balanced clusters and a mean: the t test on the cluster means, with G - 1 degrees. */
    @Test
    void meanOfBalancedClustersHasTheDegreesOfItsClusters() {
        double[][] ones = {{1}, {1}, {1}, {1}, {1}, {1}};
        LeastSquares fit = fitted(Design.of(List.of("mean"), ones, new double[] {1, 3, 4, 6, 8, 8}));
        ClusterErrors errors = ClusterErrors.of(fit, List.of("a", "a", "b", "b", "c", "c"));
        assertEquals(Math.sqrt(18 / 6.0), errors.of(ClusterErrors.Kind.CR2)[0], 1e-13);
        assertEquals(2, errors.degrees(0), 1e-12);
    }

    @Test
    void aClusterThatAloneDeterminesACoefficientHasNoLeaveOneOut() {
        double[][] x = {{1, 0}, {1, 0}, {1, 0}, {1, 1}};
        LeastSquares fit = fitted(Design.of(TERMS, x, new double[] {1, 2, 6, 9}));
        ClusterErrors errors = ClusterErrors.of(fit, List.of("a", "b", "c", "d"));
        assertTrue(Double.isFinite(errors.of(ClusterErrors.Kind.CR2)[0]));
        assertFalse(Double.isFinite(errors.of(ClusterErrors.Kind.CR3)[0]));
    }

    @Test
    void refusesWhatTheDataDoNotDetermine() {
        double[][] same = {{1, 0.1, 0.2, 0}, {1, 0.3, 0.6, 0}, {1, 0.7, 1.4, 0}, {1, 0.9, 1.8, 0}, {1, 0.5, 1, 0}};
        assertReason(
                "terms wholly determined by the others: double, zero",
                Design.of(List.of("intercept", "x", "double", "zero"), same, new double[] {1, 2, 3, 4, 9}));
        assertReason("fewer units (1) than coefficients (2)", Design.of(TERMS, new double[][] {X[0]}, new double[1]));
        assertReason("fewer units (0) than coefficients (2)", Design.of(TERMS, new double[0][], new double[0]));
    }

    @Test
    void refusesADesignThatDoesNotFitTogether() {
        assertThrows(IllegalArgumentException.class, () -> Design.of(TERMS, X, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> Design.of(List.of("x"), X, Y));
        assertThrows(
                IllegalArgumentException.class, () -> Design.of(TERMS, X, Y).weighted(new double[] {1, 1, 0, 1}));
    }

    private static void assertReason(String words, Design design) {
        Regression.NotFitted not = assertInstanceOf(Regression.NotFitted.class, Regression.of(design));
        assertEquals(words, not.reason().en());
        assertFalse(not.reason().zh().isEmpty());
    }

    private static LeastSquares fitted(Design design) {
        return assertInstanceOf(LeastSquares.class, Regression.of(design));
    }
}
