package org.junheng.stats;

/**
 * A sum of doubles in a fixed order with the lost low-order parts carried along (Neumaier 1974). For terms that are themselves rounded,
 * such as logarithms; delivered figures are summed exactly.
 */
public final class CompensatedSum {
    private double sum;
    private double lost;

    public void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    public double value() {
        return sum + lost;
    }
}
