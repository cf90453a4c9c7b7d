package org.junheng.stats;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * The t distribution whose numerator has the mean delta: {@code T = (Z + delta) / sqrt(chi2_f / f)}.
 *
 * <p>{@code P(T <= t) = Phi(-delta) + sum_j (p_j I_x(j + 1/2, f/2) + q_j I_x(j + 1, f/2)) / 2} for t >= 0, {@code x = t^2 / (f + t^2)}, with Poisson weights
 * {@code p_j} and their odd companions {@code q_j}; mirrored below 0.
 *
 * <p>Source: Lenth 1989, algorithm AS 243.
 */
public final class NoncentralT {
    private static final double NEGLIGIBLE = 1e-18;
    private static final double RELATIVE = 1e-15;
    private static final int EVALUATIONS = 500;

    private NoncentralT() {}

    /** {@code P(T <= t)}. */
    public static double cumulative(double t, double degrees, double delta) {
        if (t < 0) {
            return 1 - cumulative(-t, degrees, -delta);
        }
        double x = t * t / (degrees + t * t);
        CompensatedSum sum = new CompensatedSum();
        sum.add(2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-delta));
        double half = delta * delta / 2;
        for (int j = 0; ; j++) {
            double even = poisson(half, j, j + 1.0);
            double odd = delta / Math.sqrt(2) * poisson(half, j, j + 1.5);
            sum.add(even * Beta.regularizedBeta(x, j + 0.5, degrees / 2));
            sum.add(odd * Beta.regularizedBeta(x, j + 1.0, degrees / 2));
            if (j > half && even + Math.abs(odd) < NEGLIGIBLE) {
                return sum.value() / 2;
            }
        }
    }

    /** The delta at which t is the p quantile: the end of an interval for delta (inversion of the test). */
    public static double delta(double t, double degrees, double p) {
        double step = 1;
        double low = t;
        double high = t;
        while (cumulative(t, degrees, low) < p) {
            low -= step;
            step *= 2;
        }
        step = 1;
        while (cumulative(t, degrees, high) > p) {
            high += step;
            step *= 2;
        }
        return low == high
                ? low
                : new BrentSolver(RELATIVE, RELATIVE, 0)
                        .solve(EVALUATIONS, d -> cumulative(t, degrees, d) - p, low, high);
    }

    private static double poisson(double mean, int power, double argument) {
        return mean == 0
                ? power == 0 ? StrictMath.exp(-Gamma.logGamma(argument)) : 0
                : StrictMath.exp(-mean + power * StrictMath.log(mean) - Gamma.logGamma(argument));
    }
}
