package org.junheng.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that a mixed model needs of the units: exact sums for every combination of levels of its random factors, centred exactly at the means of
 * all units before they are rounded. Variables are the response, then the terms.
 */
public final class CrossedSums {
    private final List<String> factors;
    private final List<String> terms;
    private final double[] centre;
    private final SortedMap<String, Cell> cells = new TreeMap<>();
    private final long units;

    /** The sums of one combination of levels: intercept first, then the terms, the response last. */
    static final class Cell {
        private final List<String> levels;
        private final long n;
        private final double[][] products;

        private Cell(List<String> levels, long n, double[][] products) {
            this.levels = List.copyOf(levels);
            this.n = n;
            this.products = products;
        }

        List<String> levels() {
            return levels;
        }

        long n() {
            return n;
        }

        double[][] products() {
            return products;
        }
    }

    /**
     * @param factors names of the random factors
     * @param variables the response, then the terms
     * @param cells sums by the levels of the factors, in their order
     */
    public CrossedSums(List<String> factors, List<String> variables, SortedMap<List<String>, CrossSums> cells) {
        this.factors = List.copyOf(factors);
        this.terms = List.copyOf(variables.subList(1, variables.size()));
        CrossSums all = new CrossSums(variables.size());
        cells.values().forEach(all::merge);
        this.units = all.n();
        this.centre = new double[variables.size()];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = all.mean(i);
        }
        cells.forEach((levels, sums) ->
                this.cells.put(String.join("\u0000", levels), new Cell(levels, sums.n(), products(sums))));
    }

    private double[][] products(CrossSums sums) {
        int k = centre.length;
        double[][] products = new double[k + 1][k + 1];
        products[0][0] = sums.n();
        for (int i = 1; i <= k; i++) {
            products[0][i] = sums.centredSum(i % k, centre[i % k]).doubleValue();
            products[i][0] = products[0][i];
            for (int j = 1; j <= k; j++) {
                products[i][j] = sums.centredProduct(i % k, centre[i % k], j % k, centre[j % k])
                        .doubleValue();
            }
        }
        return products;
    }

    public List<String> factors() {
        return factors;
    }

    /** The terms, without the intercept. */
    public List<String> terms() {
        return terms;
    }

    public long units() {
        return units;
    }

    /** The levels of a factor, in order. */
    public List<String> levels(int factor) {
        return new ArrayList<>(cells.values().stream()
                .map(c -> c.levels().get(factor))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    List<Cell> cells() {
        return Collections.unmodifiableList(new ArrayList<>(cells.values()));
    }

    /** The mean over all units of a term, 1 being the first, or of the response, 0. */
    double centre(int variable) {
        return centre[variable];
    }

    /** The sums of all units. */
    double[][] total() {
        int k = centre.length + 1;
        double[][] total = new double[k][k];
        for (Cell cell : cells.values()) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    total[i][j] += cell.products()[i][j];
                }
            }
        }
        return total;
    }
}
