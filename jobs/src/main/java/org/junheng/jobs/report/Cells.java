package org.junheng.jobs.report;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** One row of a summary table, its columns found by name; a missing cell is empty text or null. */
record Cells(Map<String, Column<?>> columns, int row) {
    static Stream<Cells> of(Table table) {
        Map<String, Column<?>> columns = new HashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), column));
        return IntStream.range(0, table.rowCount()).mapToObj(row -> new Cells(columns, row));
    }

    String text(String column) {
        return cell(column) instanceof String words ? words : "";
    }

    boolean has(String column, String text) {
        return text(column).equals(text);
    }

    @Nullable
    Double number(String column) {
        return cell(column) instanceof Double number ? number : null;
    }

    /** A number that a count of nothing leaves out. */
    int count(String column) {
        Double number = number(column);
        return number == null ? 0 : number.intValue();
    }

    int year() {
        return count("year");
    }

    /** The cell as it is: text, number or null; null too in a column that the table does not have. */
    @Nullable
    Object cell(String name) {
        Column<?> column = columns.get(name);
        if (column instanceof StringColumn words) {
            return words.get(row);
        }
        return column == null || column.isMissing(row) ? null : number(column);
    }

    private double number(Column<?> column) {
        return column instanceof IntColumn whole ? whole.getInt(row) : ((NumericColumn<?>) column).getDouble(row);
    }

    boolean isText(String column) {
        return columns.get(column) instanceof StringColumn;
    }
}
