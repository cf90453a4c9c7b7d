package org.junheng.stats;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junheng.metric.Interval;

/**
 * The difference of two means in units of their pooled standard deviation.
 *
 * <p>{@code d = (m1 - m2) / sp}, {@code sp^2 = ((n1-1) s1^2 + (n2-1) s2^2) / f}, {@code f = n1 + n2 - 2} (Cohen); {@code g = J d} is free of its bias,
 * {@code J = Gamma(f/2) / (sqrt(f/2) Gamma((f-1)/2))} (Hedges 1981).
 *
 * @param first, second the sizes of the groups, two or more in all beyond 2
 * @param meanDifference first minus second
 * @param pooledDeviation above 0
 */
public record StandardisedDifference(long first, long second, double meanDifference, double pooledDeviation) {

    /** From the numbers themselves, by exact sums. */
    public static StandardisedDifference of(double[] first, double[] second) {
        ExactMoments a = ExactMoments.of(first);
        ExactMoments b = ExactMoments.of(second);
        double squares = a.populationVariance() * a.n() + b.populationVariance() * b.n();
        return new StandardisedDifference(a.n(), b.n(), a.mean() - b.mean(), Math.sqrt(squares / (a.n() + b.n() - 2)));
    }

    public double degrees() {
        return first + second - 2.0;
    }

    /** Cohen's d. */
    public double d() {
        return meanDifference / pooledDeviation;
    }

    /** Hedges' g. */
    public double g() {
        return correction(degrees()) * d();
    }

    /** In units of the second group's own deviation, which the first may have changed (Glass 1976). */
    public static double glass(double[] first, double[] second) {
        ExactMoments b = ExactMoments.of(second);
        return (ExactMoments.of(first).mean() - b.mean()) / b.sampleDeviation();
    }

    /** The t statistic of the two-sample test with equal variances. */
    public double t() {
        return d() * Math.sqrt(size());
    }

    public double pValue() {
        return TailProbability.ofT(t(), degrees());
    }

    /** The variance of d in large samples: {@code (n1 + n2) / (n1 n2) + d^2 / (2 (n1 + n2))}. */
    public double variance() {
        return 1 / size() + d() * d() / (2.0 * (first + second));
    }

    /** The interval of g from that variance. */
    public Interval normal(double level) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.5 + level / 2);
        double j = correction(degrees());
        double se = j * Math.sqrt(variance());
        return new Interval(se, g() - z * se, g() + z * se, level);
    }

    /** The exact interval of d for normal figures of equal variance: the deltas at which t is an outer quantile of noncentral t. */
    public Interval noncentral(double level) {
        double scale = Math.sqrt(size());
        return new Interval(
                null,
                NoncentralT.delta(t(), degrees(), 0.5 + level / 2) / scale,
                NoncentralT.delta(t(), degrees(), 0.5 - level / 2) / scale,
                level);
    }

    /** Hedges' exact factor against the bias of d in small samples; 1 for one degree of freedom. */
    public static double correction(double degrees) {
        return degrees > 1
                ? StrictMath.exp(Gamma.logGamma(degrees / 2) - Gamma.logGamma((degrees - 1) / 2))
                        / Math.sqrt(degrees / 2)
                : 1;
    }

    /** The factor as it is often approximated, {@code 1 - 3 / (4 f - 1)}. */
    public static double approximateCorrection(double degrees) {
        return 1 - 3 / (4 * degrees - 1);
    }

    private double size() {
        return first * (double) second / (first + second);
    }
}
