package org.junheng.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums of columns of numbers by error cluster, every cluster under a random sign, draw by draw.
 *
 * <p>Clusters are added in the order of their names, those that are 0 in the same columns one after the other: then a few of them need only the
 * columns in which they are something.
 */
final class SignedColumns {
    /** Clusters that are added at once are this many sixes: their sums under every pattern stay in the fast memory of a core. */
    private static final int SIXES = 16;

    private final List<double[]> columns;
    private final List<String> names;
    private final double[][] sums;
    private final SignPatterns patterns;
    private final PartialSums partial = new PartialSums(SIXES);

    private SignedColumns(List<double[]> columns, List<String> names, SignDraws draws) {
        this.columns = columns;
        this.names = names;
        this.sums = new double[columns.size()][SignDraws.DRAWS];
        this.patterns = new SignPatterns(draws, SIXES);
    }

    /**
     * By column, then draw.
     *
     * @param names of the clusters, by their place in every column
     */
    static double[][] sums(List<double[]> columns, List<String> names, SignDraws draws) {
        SignedColumns signed = new SignedColumns(columns, names, draws);
        int[] clusters = signed.together();
        for (int from = 0; from < clusters.length; from += SIXES * SignPatterns.SIX) {
            signed.add(clusters, from, Math.min(clusters.length, from + SIXES * SignPatterns.SIX));
        }
        return signed.sums;
    }

    /** The clusters that are anything, those with the same columns together. */
    private int[] together() {
        long[] marks = new long[names.size()]; // equal for equal columns, and hardly ever else
        for (int k = 0; k < columns.size(); k++) {
            double[] column = columns.get(k);
            long mark = SignDraws.unit("column " + k);
            for (int c = 0; c < marks.length; c++) {
                marks[c] += column[c] == 0 ? 0 : mark;
            }
        }
        Map<Long, List<Integer>> alike = new LinkedHashMap<>();
        for (int c = 0; c < marks.length; c++) {
            if (marks[c] != 0) {
                alike.computeIfAbsent(marks[c], m -> new ArrayList<>()).add(c);
            }
        }
        return alike.values().stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void add(int[] clusters, int from, int to) {
        patterns.fill(Arrays.stream(clusters, from, to).mapToObj(names::get).toList());
        double[][] some = new double[PartialSums.COLUMNS][];
        double[][] totals = new double[PartialSums.COLUMNS][];
        int n = 0;
        for (int k = 0; k < sums.length; k++) {
            if (isAnything(columns.get(k), clusters, from, to)) {
                some[n] = columns.get(k);
                totals[n++] = sums[k];
            }
            if (n == some.length || (n > 0 && k == sums.length - 1)) {
                double[][] read = Arrays.copyOf(some, n);
                while (n < totals.length) {
                    totals[n++] = new double[SignDraws.DRAWS]; // of no column
                }
                partial.fill(read, clusters, from, to);
                partial.addTo(totals, patterns);
                n = 0;
            }
        }
    }

    private static boolean isAnything(double[] column, int[] clusters, int from, int to) {
        for (int c = from; c < to; c++) {
            if (column[clusters[c]] != 0) {
                return true;
            }
        }
        return false;
    }
}
