package org.junheng.stats;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Count, mean and variance of numbers, from exact sums: the same bits in any order and from any partial sums, and no cancellation.
 *
 * <p>{@code variance = (n * sum(x^2) - sum(x)^2) / (n * d)} with {@code d = n} or {@code n - 1}, finished in decimals of 34 digits.
 */
public final class ExactMoments {
    private long n;
    private final ExactSum sum;
    private final ExactSum squares;

    public ExactMoments() {
        this(0, new ExactSum(), new ExactSum());
    }

    private ExactMoments(long n, ExactSum sum, ExactSum squares) {
        this.n = n;
        this.sum = sum;
        this.squares = squares;
    }

    public static ExactMoments of(double... numbers) {
        ExactMoments moments = new ExactMoments();
        for (double number : numbers) {
            moments.add(number);
        }
        return moments;
    }

    public ExactMoments add(double x) {
        n++;
        sum.add(x);
        squares.addProduct(x, x);
        return this;
    }

    public ExactMoments merge(ExactMoments other) {
        n += other.n;
        sum.merge(other.sum);
        squares.merge(other.squares);
        return this;
    }

    public long n() {
        return n;
    }

    /** The exact sum of the numbers. */
    public BigDecimal sum() {
        return sum.toBigDecimal();
    }

    public double mean() {
        return sum().divide(count(1), MathContext.DECIMAL128).doubleValue();
    }

    /** The variance with n in the denominator. */
    public double populationVariance() {
        return variance(n).doubleValue();
    }

    /** The variance with n - 1 in the denominator. */
    public double sampleVariance() {
        return variance(n - 1).doubleValue();
    }

    /** The standard deviation with n in the denominator. */
    public double populationDeviation() {
        return variance(n).sqrt(MathContext.DECIMAL128).doubleValue();
    }

    /** The standard deviation with n - 1 in the denominator. */
    public double sampleDeviation() {
        return variance(n - 1).sqrt(MathContext.DECIMAL128).doubleValue();
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(n);
        sum.write(out);
        squares.write(out);
    }

    public static ExactMoments read(DataInput in) throws IOException {
        return new ExactMoments(in.readLong(), ExactSum.read(in), ExactSum.read(in));
    }

    private BigDecimal variance(long denominator) {
        BigDecimal spread = squares.toBigDecimal().multiply(count(1)).subtract(sum().pow(2));
        return spread.divide(count(denominator), MathContext.DECIMAL128);
    }

    private BigDecimal count(long times) {
        if (n < 1 || times < 1) {
            throw new IllegalStateException("no such moment of " + n + " numbers");
        }
        return BigDecimal.valueOf(n).multiply(BigDecimal.valueOf(times));
    }
}
