package org.junheng.stats;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How much neighbours in a sequence are alike: {@code sum((x_i - m)(x_i+1 - m)) / sum((x_i - m)^2)}, over neighbours and over all; from exact sums.
 *
 * <p>Source: Box and Jenkins 1976; NIST StRD univariate.
 */
public final class Autocorrelation {
    private Autocorrelation() {}

    /**
     * The lag-1 autocorrelation.
     *
     * @throws IllegalArgumentException when the numbers are all alike, or fewer than two
     */
    public static double ofNeighbours(double... numbers) {
        ExactSum sum = new ExactSum();
        ExactSum squares = new ExactSum();
        ExactSum products = new ExactSum();
        for (int i = 0; i < numbers.length; i++) {
            sum.add(numbers[i]);
            squares.addProduct(numbers[i], numbers[i]);
            if (i > 0) {
                products.addProduct(numbers[i - 1], numbers[i]);
            }
        }
        BigDecimal n = BigDecimal.valueOf(numbers.length);
        BigDecimal s = sum.toBigDecimal();
        BigDecimal below = n.multiply(squares.toBigDecimal()).subtract(s.pow(2));
        if (below.signum() == 0) {
            throw new IllegalArgumentException("numbers that do not differ have no autocorrelation");
        }
        BigDecimal inner =
                s.add(s).subtract(new BigDecimal(numbers[0])).subtract(new BigDecimal(numbers[numbers.length - 1]));
        BigDecimal above = n.pow(2)
                .multiply(products.toBigDecimal())
                .subtract(n.multiply(s).multiply(inner))
                .add(n.subtract(BigDecimal.ONE).multiply(s.pow(2)));
        return above.divide(n.multiply(below), MathContext.DECIMAL128).doubleValue();
    }
}
