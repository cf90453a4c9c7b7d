package org.junheng.jobs.rows;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Which rows are asked for: those whose cells, written one after the other, are among some texts, and those that have a cell at all. */
public final class Which implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String BETWEEN = "|";

    /** @param texts empty = any text, if there is one */
    private record Condition(List<String> columns, Set<String> texts) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

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
        return with(new Condition(columns, new HashSet<>(texts)));
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
        List<Test> tests = tests(struct);
        return rows.stream()
                .filter(row -> tests.stream().allMatch(test -> test.isMet(row::get)))
                .toList();
    }

    /** As questions to the cells of rows of a shape, one after the other. */
    List<Test> tests(StructType struct) {
        return conditions.stream()
                .map(condition -> new Test(
                        condition.columns().stream().map(struct::fieldIndex).toList(), condition.texts()))
                .toList();
    }

    /** A cell by its place. */
    interface Cells {
        @Nullable
        Object at(int column);
    }

    /** A question to the cells of a row. */
    record Test(List<Integer> columns, Set<String> texts) {
        boolean isMet(Cells cells) {
            if (columns.size() == 1) {
                Object cell = cells.at(columns.get(0));
                return cell != null && (texts.isEmpty() || texts.contains(cell.toString()));
            }
            StringJoiner joined = new StringJoiner(BETWEEN);
            for (int column : columns) {
                Object cell = cells.at(column);
                if (cell != null) {
                    joined.add(cell.toString());
                }
            }
            return texts.contains(joined.toString());
        }
    }
}
