package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junheng.jobs.stage.Margins.Cell;

/** What a reader can work out: the sums of a table as linear equations in its unknown cells, brought to reduced row echelon form. */
final class Recovery {
    private final List<String> unknown;
    private final List<double[]> reduced;

    private Recovery(List<String> unknown, List<double[]> reduced) {
        this.unknown = unknown;
        this.reduced = reduced;
    }

    static Recovery of(List<Cell> cells, Set<String> unknown) {
        List<String> order = unknown.stream().sorted().toList();
        List<double[]> sums = new ArrayList<>();
        for (Cell total : cells) {
            double[] sum = new double[order.size()];
            boolean hasParts = false;
            for (Cell part : cells) {
                if (total.id().equals(part.total())) {
                    hasParts = true;
                    add(sum, order.indexOf(part.id()), 1);
                }
            }
            if (hasParts) {
                add(sum, order.indexOf(total.id()), -1);
                sums.add(sum);
            }
        }
        return new Recovery(order, reduce(sums, order.size()));
    }

    /** Whether the equations leave one number only for a cell: then a row of the reduced form holds nothing else. */
    boolean determines(String id) {
        int at = unknown.indexOf(id);
        return reduced.stream().anyMatch(row -> {
            int others = 0;
            for (int i = 0; i < row.length; i++) {
                others += i != at && Math.abs(row[i]) > 1e-9 ? 1 : 0;
            }
            return others == 0 && Math.abs(row[at]) > 1e-9;
        });
    }

    private static void add(double[] sum, int at, double coefficient) {
        if (at >= 0) {
            sum[at] += coefficient;
        }
    }

    private static List<double[]> reduce(List<double[]> rows, int columns) {
        int done = 0;
        for (int c = 0; c < columns; c++) {
            int pivot = done;
            while (pivot < rows.size() && Math.abs(rows.get(pivot)[c]) < 1e-9) {
                pivot++;
            }
            if (pivot < rows.size()) {
                java.util.Collections.swap(rows, pivot, done);
                double[] own = rows.get(done);
                for (int r = 0; r < rows.size(); r++) {
                    if (r != done) {
                        subtract(rows.get(r), own, rows.get(r)[c] / own[c]);
                    }
                }
                done++;
            }
        }
        return rows.subList(0, done);
    }

    private static void subtract(double[] row, double[] other, double times) {
        for (int i = 0; i < row.length; i++) {
            row[i] -= times * other[i];
        }
    }
}
