package org.junheng.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    private final Map<String, SortedMap<String, Double>> shared;
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
        this(factors, variables, cells, Map.of());
    }

    /**
     * Units that belong to several levels of a factor (multiple membership; Browne, Goldstein and Rasbash 2001): their effect is the mean of
     * the effects of these, weighted by the shares.
     *
     * @param shared of a name that stands for several levels: these, with shares that add up to 1
     */
    public CrossedSums(
            List<String> factors,
            List<String> variables,
            SortedMap<List<String>, CrossSums> cells,
            Map<String, SortedMap<String, Double>> shared) {
        this.shared = Map.copyOf(shared);
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
                .flatMap(c -> shares(c.levels().get(factor)).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The levels that a name stands for, itself with share 1 as a rule. */
    SortedMap<String, Double> shares(String name) {
        SortedMap<String, Double> several = shared.get(name);
        return several == null ? new TreeMap<>(Map.of(name, 1.0)) : several;
    }

    List<Cell> cells() {
        return Collections.unmodifiableList(new ArrayList<>(cells.values()));
    }

    /** The mean over all units of a term, 1 being the first, or of the response, 0. */
    public double centre(int variable) {
        return centre[variable];
    }

    /** The same data after {@code (x - shift) / scale} of every variable, the response first. */
    public CrossedSums standardised(double[] shift, double[] scale) {
        CrossedSums standardised = new CrossedSums(this, terms, centre.clone());
        int k = centre.length;
        for (int i = 0; i < k; i++) {
            standardised.centre[i] = (centre[i] - shift[i]) / scale[i];
        }
        cells.forEach((key, cell) -> {
            double[][] products = new double[k + 1][k + 1];
            for (int i = 0; i <= k; i++) {
                for (int j = 0; j <= k; j++) {
                    products[i][j] = cell.products()[i][j] / (i == 0 ? 1 : scale[i % k]) / (j == 0 ? 1 : scale[j % k]);
                }
            }
            standardised.cells.put(key, new Cell(cell.levels(), cell.n(), products));
        });
        return standardised;
    }

    /** The same data after adding to a variable a multiple of another. */
    public CrossedSums plus(int variable, double times, int other) {
        CrossedSums plus = new CrossedSums(this, terms, centre.clone());
        plus.centre[variable] += times * centre[other];
        int row = place(variable);
        cells.forEach((key, cell) -> {
            double[][] products = Matrices.copied(cell.products());
            for (int j = 0; j < products.length; j++) {
                products[row][j] += times * products[place(other)][j];
            }
            for (double[] each : products) {
                each[row] += times * each[place(other)];
            }
            plus.cells.put(key, new Cell(cell.levels(), cell.n(), products));
        });
        return plus;
    }

    /** The same data without some terms, given by their place among the variables. */
    public CrossedSums without(List<Integer> places) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i <= centre.length; i++) {
            if (i == centre.length || !places.contains(i)) {
                kept.add(i);
            }
        }
        List<Integer> variables = new ArrayList<>(kept.subList(0, kept.size() - 1));
        CrossedSums without = new CrossedSums(
                this,
                variables.stream().skip(1).map(i -> terms.get(i - 1)).toList(),
                variables.stream().mapToDouble(i -> centre[i]).toArray());
        cells.forEach((key, cell) -> {
            double[][] products = new double[kept.size()][kept.size()];
            for (int i = 0; i < products.length; i++) {
                for (int j = 0; j < products.length; j++) {
                    products[i][j] = cell.products()[kept.get(i)][kept.get(j)];
                }
            }
            without.cells.put(key, new Cell(cell.levels(), cell.n(), products));
        });
        return without;
    }

    /** Where a variable stands among intercept, terms and response. */
    private int place(int variable) {
        return variable == 0 ? centre.length : variable;
    }

    private CrossedSums(CrossedSums same, List<String> terms, double[] centre) {
        this.factors = same.factors;
        this.terms = terms;
        this.shared = same.shared;
        this.units = same.units;
        this.centre = centre;
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
