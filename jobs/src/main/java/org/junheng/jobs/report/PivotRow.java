package org.junheng.jobs.report;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A row that fills while published rows pass by. */
final class PivotRow {
    private final ToIntFunction<String> columns;
    private @Nullable Object[] cells = new Object[0];

    PivotRow(ToIntFunction<String> columns) {
        this.columns = columns;
    }

    PivotRow put(String column, @Nullable Object value) {
        int at = columns.applyAsInt(column);
        if (at >= cells.length) {
            cells = Arrays.copyOf(cells, at + 1);
        }
        cells[at] = value;
        return this;
    }

    /** Adds to a cell that counts. */
    PivotRow add(String column, double amount) {
        Double before = number(column);
        return put(column, before == null ? amount : before + amount);
    }

    /** Adds a word to a cell that lists. */
    PivotRow append(String column, String word) {
        String before = text(column);
        return put(column, before.isEmpty() ? word : before + " " + word);
    }

    String text(String column) {
        return cell(column) instanceof String words ? words : "";
    }

    @Nullable
    Double number(String column) {
        return cell(column) instanceof Double number ? number : null;
    }

    private @Nullable Object cell(String column) {
        int at = columns.applyAsInt(column);
        return at < cells.length ? cells[at] : null;
    }
}
