package org.junheng.stats;

import java.util.Arrays;
import java.util.List;

/** What a regression explains and by what: a response, terms as columns, a weight per unit. */
public final class Design {
    private final List<String> terms;
    private final double[][] rows;
    private final double[] response;
    private final double[] weights;

    private Design(List<String> terms, double[][] rows, double[] response, double[] weights) {
        if (rows.length != response.length || rows.length != weights.length) {
            throw new IllegalArgumentException(
                    rows.length + " rows, " + response.length + " responses, " + weights.length + " weights");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != terms.size()) {
                throw new IllegalArgumentException("row " + i + " has " + rows[i].length + " of " + terms.size());
            }
            if (!(weights[i] > 0)) {
                throw new IllegalArgumentException("weight " + weights[i] + " is not above 0");
            }
        }
        this.terms = List.copyOf(terms);
        this.rows = rows;
        this.response = response;
        this.weights = weights;
    }

    /**
     * Units that count alike.
     *
     * @param rows a row per unit, a column per term; the intercept is a column of ones
     */
    public static Design of(List<String> terms, double[][] rows, double[] response) {
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        return new Design(terms, rows, response, ones);
    }

    /** The same with weights above 0, inverse to the variances of the units. */
    public Design weighted(double[] by) {
        return new Design(terms, rows, response, by);
    }

    /** The same terms for another response. */
    public Design explaining(double[] other) {
        return new Design(terms, rows, other, weights);
    }

    public List<String> terms() {
        return terms;
    }

    public int units() {
        return rows.length;
    }

    public double x(int unit, int term) {
        return rows[unit][term];
    }

    public double y(int unit) {
        return response[unit];
    }

    public double weight(int unit) {
        return weights[unit];
    }

    /** Whether one of the terms is the same for every unit, so that the fit goes through the means. */
    public boolean hasIntercept() {
        for (int term = 0; term < terms.size(); term++) {
            if (isConstant(term)) {
                return true;
            }
        }
        return false;
    }

    /** The rows times the roots of their weights. */
    double[][] scaled() {
        double[][] scaled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double root = Math.sqrt(weights[i]);
            scaled[i] = rows[i].clone();
            for (int j = 0; j < scaled[i].length; j++) {
                scaled[i][j] *= root;
            }
        }
        return scaled;
    }

    private boolean isConstant(int term) {
        for (double[] row : rows) {
            if (row[term] != rows[0][term] || row[term] == 0) {
                return false;
            }
        }
        return true;
    }
}
