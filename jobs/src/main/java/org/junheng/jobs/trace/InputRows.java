package org.junheng.jobs.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.query.Answer;
import org.junheng.jobs.rows.Rows;
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
    private static final String SCHOOL = "school_code";
    private static final StructType COUNTED =
            new StructType().add(SCHOOL, DataTypes.StringType).add("rows", DataTypes.LongType);

    /** What is wanted of a table: which of its rows, and which columns beside the key. */
    record Wanted(Schema<?> schema, Rows rows, Set<String> columns) {
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
        for (Row row : first(wanted.rows(), most)) {
            boolean hides = withheld.hides(table, row);
            hidden += hides ? 1 : 0;
            List<Object> cells = new ArrayList<>(List.of(row.getAs(FILE), row.getAs(ROW)));
            names.forEach(name -> cells.add(
                    hides && !wanted.schema().keys().contains(name)
                            ? HIDDEN
                            : cell(row.<@Nullable Object>getAs(name))));
            shown.add(cells);
        }
        long all = shown.size() < most ? shown.size() : size(wanted.rows());
        return new InputRows(table, new Answer(columns, shown), all, hidden);
    }

    private static InputRows counted(Wanted wanted, Withheld withheld, int most) {
        List<List<Object>> shown = new ArrayList<>();
        long all = 0;
        long hidden = 0;
        for (Map.Entry<String, Long> of : counts(wanted).entrySet()) {
            all += of.getValue();
            if (withheld.isFew(wanted.schema().table(), of.getValue())) {
                hidden++;
            } else if (shown.size() < most) {
                shown.add(List.of(of.getKey(), of.getValue()));
            }
        }
        String table = wanted.schema().table();
        return new InputRows(table, new Answer(List.of("school_code", "rows"), shown), all, hidden);
    }

    /** The number of rows of each school; rows that name none stand together. */
    private static SortedMap<String, Long> counts(Wanted wanted) {
        if (!wanted.schema().names().contains(SCHOOL)) {
            return new TreeMap<>(Map.of(HIDDEN, size(wanted.rows())));
        }
        SortedMap<String, Long> counts = new TreeMap<>();
        Rows counted = wanted.rows().grouped(List.of(SCHOOL), COUNTED, group -> {
            String school = "";
            long rows = 0;
            while (group.hasNext()) {
                Object code = group.next().<@Nullable Object>getAs(SCHOOL);
                school = code == null ? HIDDEN : code.toString();
                rows++;
            }
            return List.of(Schema.named(new Object[] {school, rows}, COUNTED)).iterator();
        });
        counted.list().forEach(row -> counts.put(row.getAs(SCHOOL), row.getAs("rows")));
        return counts;
    }

    private static List<Row> first(Rows rows, int most) {
        return rows.spread()
                .map(spread -> spread.orderBy(FILE, ROW).limit(most).collectAsList())
                .orElseGet(() -> rows.list().stream()
                        .sorted(Comparator.comparing((Row row) -> row.<String>getAs(FILE))
                                .thenComparing(row -> row.<Long>getAs(ROW)))
                        .limit(most)
                        .toList());
    }

    private static long size(Rows rows) {
        return rows.spread().map(Dataset::count).orElseGet(() ->
                (long) rows.list().size());
    }

    /** Whether rows are counted, not listed. */
    public boolean isCounted() {
        return !shown.columns().contains("file");
    }

    private static Object cell(@Nullable Object value) {
        return value == null ? Answer.MISSING : value instanceof Number ? value : value.toString();
    }
}
