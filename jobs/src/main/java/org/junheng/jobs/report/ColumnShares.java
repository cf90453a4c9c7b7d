package org.junheng.jobs.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junheng.jobs.report.Grid.Cell;

/** How much of a sheet each column of a table needs, by its longest words within bounds. */
public final class ColumnShares {
    private static final double LEAST = 8;
    private static final double MOST = 28;
    private static final double WIDE = 2;
    private static final double NARROW = 1.25;
    private static final int FIRST_CHINESE = 0x2e80;

    private ColumnShares() {}

    /** Shares of the columns, which sum to 1. */
    public static List<Double> of(Grid grid) {
        int columns =
                grid.rows().isEmpty() ? grid.heads().size() : grid.rows().get(0).size();
        double[] letters = IntStream.range(0, columns)
                .mapToDouble(column -> longest(grid, column))
                .toArray();
        double all = IntStream.range(0, columns).mapToDouble(i -> letters[i]).sum();
        return IntStream.range(0, columns).mapToObj(i -> letters[i] / all).toList();
    }

    private static double longest(Grid grid, int column) {
        double longest = Stream.concat(Stream.of(grid.heads()), grid.rows().stream())
                .filter(row -> row.size() > column)
                .map(row -> row.get(column))
                .mapToDouble(ColumnShares::letters)
                .max()
                .orElse(0);
        return Math.min(MOST, Math.max(LEAST, longest));
    }

    private static double letters(Cell cell) {
        return cell.shown()
                        .codePoints()
                        .mapToDouble(c -> c >= FIRST_CHINESE ? WIDE : NARROW)
                        .sum()
                + 2;
    }
}
