package org.junheng.jobs.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.Catalogue;
import org.junheng.jobs.Measured;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Entry;
import org.junheng.metric.Metric;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;

/** The input rows behind a number, with the columns that its definition names; and those of a school, with all columns. */
public final class Evidenced {
    /** What places a row and is shown though no definition names it. */
    private static final Map<String, List<String>> CONTEXT = Map.of(
            "counties", List.of("prefecture_code", "province_code"),
            "schools", List.of("county_code", "school_type", "counts_as_school", "parent_school_code"),
            "memberships", List.of("left_on", "role"),
            "school_indicators", List.of("value", "numerator", "denominator"),
            "county_inputs", List.of("value"));

    /** Types of school that may have a stage. */
    private static final Map<Stage, Set<SchoolType>> TEACHING = Map.of(
            Stage.PRIMARY,
            EnumSet.of(
                    SchoolType.PRIMARY,
                    SchoolType.NINE_YEAR,
                    SchoolType.TWELVE_YEAR,
                    SchoolType.TEACHING_POINT,
                    SchoolType.SPECIAL),
            Stage.JUNIOR,
            EnumSet.of(
                    SchoolType.JUNIOR,
                    SchoolType.NINE_YEAR,
                    SchoolType.TWELVE_YEAR,
                    SchoolType.COMPLETE_SECONDARY,
                    SchoolType.TEACHING_POINT,
                    SchoolType.SPECIAL));

    private static final List<String> PLACES = List.of("counties", "schools", "memberships");

    private Evidenced() {}

    /** The rows behind a number, table by table. */
    public static List<InputRows> of(Scope scope, Measures cell, Withheld withheld, int most) {
        List<InputRows> rows = new ArrayList<>();
        for (Schema<?> schema : Inputs.ALL) {
            String table = schema.table();
            if (isBehind(table, cell)) {
                Rows own = spoken(schema, cell).of(scope.own(table));
                rows.add(InputRows.of(new InputRows.Wanted(schema, own, columns(schema, cell)), withheld, most));
            }
        }
        return rows;
    }

    /** Every row that names a school, table by table. */
    public static List<InputRows> ofSchool(Measured.Checked checked, String school, Withheld withheld, int most) {
        List<InputRows> rows = new ArrayList<>();
        for (Schema<?> schema : Inputs.ALL) {
            List<Criterion> naming = schema.names().stream()
                    .filter(name ->
                            name.endsWith("school_code") || name.equals("successor_code") || name.equals("subject_id"))
                    .map(name -> Criterion.within(name, List.of(school)))
                    .toList();
            if (!naming.isEmpty()) {
                Rows own = naming.stream()
                        .reduce(Criterion::or)
                        .orElseThrow()
                        .of(checked.tables().rows(schema.table()));
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
    private static Criterion spoken(Schema<?> schema, Measures cell) {
        List<String> items = named(schema.table(), cell).stream()
                .filter(name -> !schema.names().contains(name))
                .toList();
        Criterion rows = FacetRows.of(cell).rows(schema.table());
        for (String column : List.of("item", "indicator")) {
            if (!items.isEmpty() && schema.names().contains(column)) {
                rows = rows.and(Criterion.in(column, items));
            }
        }
        @Nullable Set<SchoolType> teaching = cell.stage() == null ? null : TEACHING.get(cell.stage());
        if (teaching != null && schema.table().equals("schools") && Reach.of(cell) == Reach.SCHOOLS) {
            rows = rows.and(Criterion.in("school_type", teaching));
        }
        boolean ofGrade = cell.grade() != null && schema.table().equals("school_scores");
        return ofGrade ? rows.and(Criterion.in("grade", List.of(cell.grade()))) : rows;
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
