package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The penalised least-squares equations of a mixed model (Bates et al. 2015) as a function of the relative covariance factors: with
 * {@code u = L v} for each level, {@code L' Z'Z L + I}, {@code L' Z'X}, {@code X'X} and the same of y. Eliminated in the order levels of the
 * factors, the factor with the most levels first, terms, response; only products of groups enter.
 */
final class PenalisedSystem {
    private final CrossedSums data;
    private final List<RandomFactor> factors;
    private final List<List<String>> levels = new ArrayList<>();
    private final int[] firstOfFactor;
    private final int firstTerm;
    private final int response;
    private final SortedMap<Long, Block> blocks = new TreeMap<>();
    private final SparseCholesky root;

    /** Products of the columns of one level, or of the terms and the response, with those of another; not yet scaled. */
    private static final class Block {
        private final Span row;
        private final Span column;
        private final double[][] products;

        Block(Span row, Span column) {
            this.row = row;
            this.column = column;
            this.products =
                    new double[row.variables().size()][column.variables().size()];
        }
    }

    /** Adjoining columns of the system: those of a level, or the terms and the response, which have no factor. */
    private record Span(int first, int factor, List<Integer> variables) {}

    /** Columns that a cell enters with this share. */
    private record Part(Span span, double share) {}

    PenalisedSystem(CrossedSums data, List<RandomFactor> factors) {
        this.data = data;
        this.factors = List.copyOf(factors);
        this.firstOfFactor = new int[factors.size()];
        int next = 0;
        for (int f = 0; f < factors.size(); f++) {
            levels.add(data.levels(data.factors().indexOf(factors.get(f).name())));
            firstOfFactor[f] = next;
            next += levels.get(f).size() * factors.get(f).size();
        }
        this.firstTerm = next;
        this.response = next + data.terms().size() + 1;
        gather();
        this.root = new SparseCholesky(pattern());
    }

    private void gather() {
        List<SortedMap<String, Integer>> places = new ArrayList<>();
        for (List<String> names : levels) {
            SortedMap<String, Integer> place = new TreeMap<>();
            names.forEach(name -> place.put(name, place.size()));
            places.add(place);
        }
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i <= data.terms().size() + 1; i++) {
            all.add(i);
        }
        Span fixed = new Span(firstTerm, -1, all);
        for (CrossedSums.Cell cell : data.cells()) {
            List<Part> parts = new ArrayList<>();
            for (int f = 0; f < factors.size(); f++) {
                RandomFactor factor = factors.get(f);
                SortedMap<String, Integer> place = places.get(f);
                int at = f;
                data.shares(cell.levels().get(data.factors().indexOf(factor.name())))
                        .forEach((level, share) -> parts.add(new Part(
                                new Span(column(at, place.getOrDefault(level, 0)), at, factor.variables(data.terms())),
                                share)));
            }
            parts.add(new Part(fixed, 1));
            for (int a = 0; a < parts.size(); a++) {
                for (int b = 0; b <= a; b++) {
                    add(parts.get(a), parts.get(b), cell.products());
                }
            }
        }
    }

    private void add(Part rows, Part columns, double[][] products) {
        Span row = rows.span();
        Span column = columns.span();
        double share = rows.share() * columns.share();
        Block block =
                blocks.computeIfAbsent(((long) column.first() << 32) + row.first(), key -> new Block(row, column));
        for (int i = 0; i < row.variables().size(); i++) {
            for (int j = 0; j < column.variables().size(); j++) {
                block.products[i][j] += share
                        * products[row.variables().get(i)][column.variables().get(j)];
            }
        }
    }

    private List<SortedSet<Integer>> pattern() {
        List<SortedSet<Integer>> pattern = new ArrayList<>();
        for (int j = 0; j <= response; j++) {
            pattern.add(new TreeSet<>());
        }
        for (Block block : blocks.values()) {
            for (int i = 0; i < block.row.variables().size(); i++) {
                for (int j = 0; j < block.column.variables().size(); j++) {
                    int row = block.row.first() + i;
                    int column = block.column.first() + j;
                    if (row != column) {
                        pattern.get(Math.min(row, column)).add(Math.max(row, column));
                    }
                }
            }
        }
        return pattern;
    }

    /** Solves the equations for these factors, one lower triangle for each random factor. */
    SparseCholesky solve(List<double[][]> relative) {
        root.clear();
        for (Block block : blocks.values()) {
            double[][] scaled = scaled(block, relative);
            boolean diagonal = block.row.first() == block.column.first();
            for (int i = 0; i < scaled.length; i++) {
                for (int j = 0; j < (diagonal ? i + 1 : scaled[i].length); j++) {
                    root.add(block.row.first() + i, block.column.first() + j, scaled[i][j]);
                }
            }
        }
        for (int i = 0; i < firstTerm; i++) {
            root.add(i, i, 1);
        }
        root.factor();
        return root;
    }

    private static double[][] scaled(Block block, List<double[][]> relative) {
        double[][] left = block.products;
        if (block.row.factor() >= 0) {
            left = Matrices.product(Matrices.transposed(relative.get(block.row.factor())), left);
        }
        return block.column.factor() < 0 ? left : Matrices.product(left, relative.get(block.column.factor()));
    }

    int column(int factor, int level) {
        return firstOfFactor[factor] + level * factors.get(factor).size();
    }

    List<String> levels(int factor) {
        return levels.get(factor);
    }

    /** The column of the intercept. */
    int firstTerm() {
        return firstTerm;
    }

    int terms() {
        return response - firstTerm;
    }

    int response() {
        return response;
    }
}
