package org.junheng.stats;

/**
 * What an estimate becomes when each unit in turn is left out.
 *
 * <p>{@code se = sqrt((n-1)/n sum((t_i - t.)^2))}, {@code bias = (n-1)(t. - t)}, {@code t.} the mean of the estimates left.
 *
 * <p>Source: Quenouille 1956; Efron 1982.
 */
public final class Jackknife {
    private final double estimate;
    private final double[] left;
    private final double mean;

    /** @param left the estimate without unit i; at least two units */
    public Jackknife(double estimate, double[] left) {
        if (left.length < 2) {
            throw new IllegalArgumentException("a jackknife of " + left.length + " units");
        }
        this.estimate = estimate;
        this.left = left.clone();
        CompensatedSum sum = new CompensatedSum();
        for (double one : left) {
            sum.add(one);
        }
        this.mean = sum.value() / left.length;
    }

    public double standardError() {
        return Math.sqrt(powers(2) * (left.length - 1) / left.length);
    }

    public double bias() {
        return (left.length - 1) * (mean - estimate);
    }

    /** The estimate less its bias. */
    public double pseudoMean() {
        return estimate - bias();
    }

    /** Acceleration of the BCa interval: {@code sum(d^3) / (6 sum(d^2)^(3/2))}, {@code d = t. - t_i}; 0 when no unit matters. */
    public double acceleration() {
        double squares = powers(2);
        return squares == 0 ? 0 : powers(3) / (6 * squares * Math.sqrt(squares));
    }

    private double powers(int exponent) {
        CompensatedSum sum = new CompensatedSum();
        for (double one : left) {
            double d = mean - one;
            sum.add(exponent == 2 ? d * d : d * d * d);
        }
        return sum.value();
    }
}
