package org.junheng.jobs.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Which rows are asked for: those whose cells, written one after the other, are among some texts, and those that have a cell at all. */
public final class Which {
    private static final String BETWEEN = "|";

    /** @param texts empty = any text, if there is one */
    private record Condition(List<String> columns, Set<String> texts) {}

    private final List<Condition> conditions;

    private Which(List<Condition> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    /** All of them. */
    public static final Which ALL = new Which(List.of());

    public Which in(String column, Collection<?> cells) {
        return and(List.of(column), cells.stream().map(String::valueOf).toList());
    }

    public Which is(String column, Object cell) {
        return in(column, List.of(cell));
    }

    /** @param texts cells of the columns, with a bar between them */
    public Which together(List<String> columns, Collection<String> texts) {
        return and(columns, texts);
    }

    public Which filled(String... columns) {
        Which all = this;
        for (String column : columns) {
            all = all.with(new Condition(List.of(column), Set.of()));
        }
        return all;
    }

    private Which and(List<String> columns, Collection<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("rows with none of the cells of " + columns + " are asked for");
        }
        return with(new Condition(columns, new TreeSet<>(texts)));
    }

    private Which with(Condition condition) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(condition);
        return new Which(all);
    }

    /** As a question to the engine. */
    Column column() {
        return conditions.stream().map(Which::column).reduce(Column::and).orElseGet(() -> functions.lit(true));
    }

    private static Column column(Condition condition) {
        Column[] cells = condition.columns().stream()
                .map(name -> functions.col(name).cast("string"))
                .toArray(Column[]::new);
        return condition.texts().isEmpty()
                ? Arrays.stream(cells)
                        .map(Column::isNotNull)
                        .reduce(Column::and)
                        .orElseThrow()
                : (cells.length == 1 ? cells[0] : functions.concat_ws(BETWEEN, cells))
                        .isin(condition.texts().toArray());
    }

    /** The rows of a list. */
    List<Row> of(StructType struct, List<Row> rows) {
        List<Row> left = rows;
        for (Condition condition : conditions) {
            int[] at = condition.columns().stream().mapToInt(struct::fieldIndex).toArray();
            left = left.stream().filter(row -> isMet(condition, at, row)).toList();
        }
        return left;
    }

    private static boolean isMet(Condition condition, int[] at, Row row) {
        if (at.length == 1) {
            Object cell = row.get(at[0]);
            return cell != null
                    && (condition.texts().isEmpty() || condition.texts().contains(cell.toString()));
        }
        return condition
                .texts()
                .contains(Arrays.stream(at)
                        .filter(i -> !row.isNullAt(i))
                        .mapToObj(i -> String.valueOf(row.get(i)))
                        .collect(Collectors.joining(BETWEEN)));
    }
}
