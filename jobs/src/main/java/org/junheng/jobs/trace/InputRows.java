package org.junheng.jobs.trace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.query.Answer;
import org.junheng.jobs.table.Schema;

/**
 * Delivered rows of one table, as they may be shown: where they stand and what they say. Rows that speak of single pupils are counted per school
 * instead, and nothing else is said of them.
 *
 * @param shown file, row, and the columns asked for; or school and number of rows
 * @param all how many rows there are
 * @param withheld how many of the rows shown are named without their figures; of schools, how many are not named
 */
public record InputRows(String table, Answer shown, long all, long withheld) {
    /** Stands in the place of a figure that is not shown. */
    public static final String HIDDEN = "…";

    private static final String FILE = "source_file";
    private static final String ROW = "source_row";

    /** What is wanted of a table: which of its rows, and which columns beside the key. */
    record Wanted(Schema<?> schema, Dataset<Row> rows, Set<String> columns) {
        boolean isPersonal() {
            return schema.columns().stream().anyMatch(Schema.Column::isPersonal);
        }

        /** The key, then what was asked for. */
        List<String> names() {
            return schema.columns().stream()
                    .filter(c -> !c.isPersonal() && (c.isKey() || columns.contains(c.name())))
                    .map(Schema.Column::name)
                    .toList();
        }
    }

    /** @param most how many rows are shown */
    static InputRows of(Wanted wanted, Withheld withheld, int most) {
        return wanted.isPersonal() ? counted(wanted, withheld, most) : listed(wanted, withheld, most);
    }

    private static InputRows listed(Wanted wanted, Withheld withheld, int most) {
        String table = wanted.schema().table();
        List<String> names = wanted.names();
        List<String> columns = new ArrayList<>(List.of("file", "row"));
        columns.addAll(names);
        List<List<Object>> shown = new ArrayList<>();
        long hidden = 0;
        for (Row row : wanted.rows().orderBy(FILE, ROW).limit(most).collectAsList()) {
            boolean hides = withheld.hides(table, row);
            hidden += hides ? 1 : 0;
            List<Object> cells = new ArrayList<>(List.of(row.getAs(FILE), row.getAs(ROW)));
            names.forEach(name -> cells.add(
                    hides && !wanted.schema().keys().contains(name)
                            ? HIDDEN
                            : cell(row.<@Nullable Object>getAs(name))));
            shown.add(cells);
        }
        long all = shown.size() < most ? shown.size() : wanted.rows().count();
        return new InputRows(table, new Answer(columns, shown), all, hidden);
    }

    private static InputRows counted(Wanted wanted, Withheld withheld, int most) {
        boolean placed = wanted.schema().names().contains("school_code");
        Column school = placed ? col("school_code") : functions.lit(HIDDEN);
        List<List<Object>> shown = new ArrayList<>();
        long all = 0;
        long hidden = 0;
        for (Row row : wanted.rows()
                .groupBy(school.as("school_code"))
                .agg(count("*").as("rows"))
                .orderBy("school_code")
                .collectAsList()) {
            long rows = row.<Long>getAs("rows");
            all += rows;
            if (withheld.isFew(wanted.schema().table(), rows)) {
                hidden++;
            } else if (shown.size() < most) {
                shown.add(List.of(cell(row.<@Nullable Object>getAs("school_code")), rows));
            }
        }
        String table = wanted.schema().table();
        return new InputRows(table, new Answer(List.of("school_code", "rows"), shown), all, hidden);
    }

    /** Whether rows are counted, not listed. */
    public boolean isCounted() {
        return !shown.columns().contains("file");
    }

    private static Object cell(@Nullable Object value) {
        return value == null ? Answer.MISSING : value instanceof Number ? value : value.toString();
    }
}
