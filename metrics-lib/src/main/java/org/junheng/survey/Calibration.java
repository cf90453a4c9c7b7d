package org.junheng.survey;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Weights that reproduce known totals of auxiliary variables and stay near the weights of the design.
 *
 * <p>{@link #linear}: {@code w (1 + x'l)}, the generalised regression estimator; {@link #exponential}: {@code w exp(x'l)}, never negative;
 * with l such that {@code sum w* x} is the known total. Not fitted where the totals cannot be reached.
 *
 * <p>Source: Deville and Särndal 1992.
 */
public final class Calibration {
    private static final int STEPS = 100;
    private static final double REACHED = 1e-12;

    private Calibration() {}

    /** @param variables one row per element */
    public static double[] linear(double[] weights, double[][] variables, double[] totals) {
        double[] l = solve(weights, variables, missing(weights, variables, totals));
        double[] fitted = new double[weights.length];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = weights[i] * (1 + product(variables[i], l));
        }
        return require(fitted, variables, totals);
    }

    /** Newton's method; a step that does not come nearer is halved. */
    public static double[] exponential(double[] weights, double[][] variables, double[] totals) {
        double[] fitted = weights.clone();
        double away = distance(fitted, variables, totals);
        for (int step = 0; step < STEPS && away > REACHED; step++) {
            double[] l = solve(fitted, variables, missing(fitted, variables, totals));
            double[] next = raised(fitted, variables, l, 1);
            double nearer = distance(next, variables, totals);
            for (double part = 0.5; !(nearer < away) && part > REACHED; part /= 2) {
                next = raised(fitted, variables, l, part);
                nearer = distance(next, variables, totals);
            }
            if (!(nearer < away)) {
                break;
            }
            fitted = next;
            away = nearer;
        }
        return require(fitted, variables, totals);
    }

    private static double[] raised(double[] weights, double[][] variables, double[] l, double part) {
        double[] raised = new double[weights.length];
        for (int i = 0; i < raised.length; i++) {
            raised[i] = weights[i] * Math.exp(part * product(variables[i], l));
        }
        return raised;
    }

    private static double[] solve(double[] weights, double[][] variables, double[] missing) {
        int k = missing.length;
        double[][] squares = new double[k][k];
        for (int i = 0; i < weights.length; i++) {
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    squares[a][b] += weights[i] * variables[i][a] * variables[i][b];
                }
            }
        }
        DecompositionSolver solver =
                new SingularValueDecomposition(new Array2DRowRealMatrix(squares, false)).getSolver();
        return solver.solve(new ArrayRealVector(missing)).toArray();
    }

    private static double[] missing(double[] weights, double[][] variables, double[] totals) {
        double[] missing = totals.clone();
        for (int i = 0; i < weights.length; i++) {
            for (int k = 0; k < totals.length; k++) {
                missing[k] -= weights[i] * variables[i][k];
            }
        }
        return missing;
    }

    /** The largest distance from a total, as a part of it. */
    private static double distance(double[] weights, double[][] variables, double[] totals) {
        double[] missing = missing(weights, variables, totals);
        double worst = 0;
        for (int k = 0; k < totals.length; k++) {
            worst = Math.max(worst, Math.abs(missing[k]) / Math.max(1, Math.abs(totals[k])));
        }
        return Arrays.stream(weights).allMatch(Double::isFinite) ? worst : Double.POSITIVE_INFINITY;
    }

    private static double[] require(double[] fitted, double[][] variables, double[] totals) {
        if (!(distance(fitted, variables, totals) < 1e-8)) {
            throw new IllegalArgumentException("no weights reach these totals");
        }
        return fitted;
    }

    private static double product(double[] x, double[] l) {
        double product = 0;
        for (int k = 0; k < l.length; k++) {
            product += x[k] * l[k];
        }
        return product;
    }
}
