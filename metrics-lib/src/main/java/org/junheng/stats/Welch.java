package org.junheng.stats;

import org.junheng.metric.Interval;

/**
 * Test of two means whose variances may differ (Welch 1947).
 *
 * <p>{@code t = (m1 - m2) / se}, {@code se^2 = v1 + v2} with {@code v = s^2 / n}; degrees of freedom {@code se^4 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))}
 * (Satterthwaite 1946).
 *
 * @param difference first mean minus second
 * @param se above 0
 */
public record Welch(double difference, double se, double degrees) {

    /** Of two groups of two or more numbers that do not all agree. */
    public static Welch of(double[] first, double[] second) {
        ExactMoments a = ExactMoments.of(first);
        ExactMoments b = ExactMoments.of(second);
        double ofFirst = a.sampleVariance() / a.n();
        double ofSecond = b.sampleVariance() / b.n();
        double square = ofFirst + ofSecond;
        double degrees = square * square / (ofFirst * ofFirst / (a.n() - 1) + ofSecond * ofSecond / (b.n() - 1));
        return new Welch(a.mean() - b.mean(), Math.sqrt(square), degrees);
    }

    public double t() {
        return difference / se;
    }

    public double pValue() {
        return TailProbability.ofT(t(), degrees);
    }

    public Interval interval(double level) {
        double half = Critical.student(degrees, 0.5 + level / 2) * se;
        return new Interval(se, difference - half, difference + half, level);
    }
}
