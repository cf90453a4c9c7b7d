package org.junheng.jobs.report;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** One row of a summary table, a missing cell being empty text or null. */
record Cells(Table table, int row) {
    static Stream<Cells> of(Table table) {
        return IntStream.range(0, table.rowCount()).mapToObj(row -> new Cells(table, row));
    }

    String text(String column) {
        return table.stringColumn(column).get(row);
    }

    boolean has(String column, String text) {
        return text(column).equals(text);
    }

    @Nullable
    Double number(String column) {
        return table.containsColumn(column) ? number(table.column(column)) : null;
    }

    /** A number that a count of nothing leaves out. */
    int count(String column) {
        Double number = number(column);
        return number == null ? 0 : number.intValue();
    }

    int year() {
        return count("year");
    }

    /** The cell as it is: text, number or null. */
    @Nullable
    Object cell(Column<?> column) {
        return column instanceof StringColumn words ? words.get(row) : number(column);
    }

    private @Nullable Double number(Column<?> column) {
        if (column.isMissing(row)) {
            return null;
        }
        return column instanceof IntColumn whole
                ? (double) whole.getInt(row)
                : ((NumericColumn<?>) column).getDouble(row);
    }
}
