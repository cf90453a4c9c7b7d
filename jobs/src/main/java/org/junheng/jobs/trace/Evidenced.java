package org.junheng.jobs.trace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring_index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junheng.Catalogue;
import org.junheng.jobs.Measured;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Entry;
import org.junheng.metric.Metric;

/** The input rows behind a number, with the columns that its definition names; and those of a school, with all columns. */
public final class Evidenced {
    /** What places a row and is shown though no definition names it. */
    private static final Map<String, List<String>> CONTEXT = Map.of(
            "counties", List.of("prefecture_code", "province_code"),
            "schools", List.of("county_code", "school_type", "counts_as_school", "parent_school_code"),
            "memberships", List.of("left_on", "role"),
            "school_indicators", List.of("value", "numerator", "denominator"),
            "county_inputs", List.of("value"));

    private static final List<String> PLACES = List.of("counties", "schools", "memberships");

    private Evidenced() {}

    /** The rows behind a number, table by table. */
    public static List<InputRows> of(Scope scope, Measures cell, Withheld withheld, int most) {
        List<InputRows> rows = new ArrayList<>();
        for (Schema<?> schema : Inputs.ALL) {
            String table = schema.table();
            if (isBehind(table, cell)) {
                Dataset<Row> own = scope.own(table).filter(spoken(schema, cell));
                rows.add(InputRows.of(new InputRows.Wanted(schema, own, columns(schema, cell)), withheld, most));
            }
        }
        return rows;
    }

    /** Every row that names a school, table by table. */
    public static List<InputRows> ofSchool(Measured.Checked checked, String school, Withheld withheld, int most) {
        List<InputRows> rows = new ArrayList<>();
        for (Schema<?> schema : Inputs.ALL) {
            List<Column> naming = schema.names().stream()
                    .filter(name ->
                            name.endsWith("school_code") || name.equals("successor_code") || name.equals("subject_id"))
                    .map(name -> name.equals("subject_id") ? substring_index(col(name), ":", 1) : col(name))
                    .map(column -> column.equalTo(school))
                    .toList();
            if (!naming.isEmpty()) {
                Dataset<Row> own = checked.table(schema.table())
                        .filter(naming.stream().reduce(Column::or).orElseThrow());
                Set<String> all = new TreeSet<>(schema.names());
                rows.add(InputRows.of(new InputRows.Wanted(schema, own, all), withheld, most));
            }
        }
        return rows;
    }

    private static boolean isBehind(String table, Measures cell) {
        boolean isNamed = !named(table, cell).isEmpty();
        boolean isRead =
                Reach.of(cell) != Reach.SCHOOLS || FacetRows.of(cell).tables().contains(table);
        return PLACES.contains(table) || (isRead && (isNamed || isOfFacet(cell)));
    }

    private static Set<String> columns(Schema<?> schema, Measures cell) {
        String table = schema.table();
        SortedSet<String> columns = named(table, cell);
        columns.addAll(CONTEXT.getOrDefault(table, List.of()));
        if (isOfFacet(cell)) {
            columns.addAll(FacetRows.of(cell).columns(table));
        }
        columns.retainAll(schema.names());
        SortedSet<String> all = new TreeSet<>(schema.names());
        return schema.keys().containsAll(columns) ? all : columns;
    }

    /** Columns of a table, or items of a table of long form, that the definition names. */
    private static SortedSet<String> named(String table, Measures cell) {
        SortedSet<String> named = new TreeSet<>();
        Catalogue.definition(cell.metricId()).ifPresent(d -> d.inputs().stream()
                .flatMap(input -> Arrays.stream(input.split("\\|", -1)))
                .filter(input -> input.startsWith(table + "."))
                .forEach(input -> named.add(input.substring(table.length() + 1))));
        return named;
    }

    /** The rows of a table that the facet, the grade or the items named by the definition speak of. */
    private static Column spoken(Schema<?> schema, Measures cell) {
        List<String> items = named(schema.table(), cell).stream()
                .filter(name -> !schema.names().contains(name))
                .toList();
        Column rows = FacetRows.of(cell).rows(schema.table());
        for (String column : List.of("item", "indicator")) {
            if (!items.isEmpty() && schema.names().contains(column)) {
                rows = rows.and(col(column).isin(items.toArray()));
            }
        }
        boolean ofGrade = cell.grade() != null && schema.table().equals("school_scores");
        return ofGrade ? rows.and(functions.col("grade").equalTo(cell.grade())) : rows;
    }

    /** Whether the number is made of the tables in which its facet stands, not of what its definition names alone. */
    private static boolean isOfFacet(Measures cell) {
        boolean judged = Catalogue.entries().stream()
                .filter(e -> e.definition().id().equals(cell.metricId()))
                .anyMatch(Evidenced::isComposite);
        return Reach.of(cell) == Reach.SCHOOLS && (judged || !cell.facet().isEmpty());
    }

    private static boolean isComposite(Entry entry) {
        return !(entry instanceof Metric<?>);
    }
}
