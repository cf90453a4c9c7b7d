package org.junheng.jobs.trace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.Catalogue;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.query.Answer;
import org.junheng.subject.SchoolFigure;

/**
 * Which input rows are named and not shown: those of fewer pupils or answers than may be published, and those behind a number that the run
 * suppressed.
 *
 * @param limits of publication
 * @param behind {@code table|school or township|year} of suppressed numbers
 */
public record Withheld(Disclosure limits, SortedSet<String> behind) {
    private static final String SURVEY = "survey_counts";

    /** What counts the pupils or answers of a row. */
    private static final Map<String, List<String>> SIZES = Map.of(
            "staff",
            List.of("pupil_count"),
            "school_scores",
            List.of("tested_count"),
            "school_indicators",
            List.of("denominator"),
            "retention",
            List.of("registered_children"),
            SURVEY,
            List.of("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"));

    /** @param suppressed metric, facet, whom it is about, year */
    public static Withheld of(Disclosure limits, Answer suppressed) {
        SortedSet<String> behind = new TreeSet<>();
        for (List<Object> cell : suppressed.rows()) {
            String subjectAndYear = "|" + cell.get(2) + "|" + cell.get(3);
            tables(cell.get(0).toString(), cell.get(1).toString()).forEach(table -> behind.add(table + subjectAndYear));
        }
        return new Withheld(limits, behind);
    }

    /** Whether the figures of a row are not shown. */
    boolean hides(String table, Row row) {
        return isSmall(table, row) || behind.contains(table + "|" + whom(table, row) + "|" + cell(row, "year"));
    }

    /** Whether the figure of a school in a facet is not shown. */
    boolean hides(FacetRows facet, SchoolFigure school, int year) {
        String whom = "|" + school.school() + "|" + year;
        return school.w() < limits.minPupils()
                || facet.tables().stream().anyMatch(table -> behind.contains(table + whom));
    }

    /** Whether figures of so many schools could be told from a sum that holds them. */
    boolean tells(long schools) {
        return schools > 0 && schools < limits.minSchools();
    }

    /** Whether so many rows of single pupils or answers are too few to be counted out. */
    boolean isFew(String table, long rows) {
        return rows < (table.startsWith("survey_") ? limits.minRespondents() : limits.minPupils());
    }

    /** The tables whose figures a number is made of. */
    private static Set<String> tables(String metric, String facet) {
        Set<String> tables = new TreeSet<>(new FacetRows(facet).tables());
        Catalogue.definition(metric).ifPresent(d -> d.inputs().stream()
                .flatMap(input -> List.of(input.split("\\|", -1)).stream())
                .map(column -> column.substring(0, Math.max(0, column.indexOf('.'))))
                .forEach(tables::add));
        tables.retainAll(SIZES.keySet());
        return tables;
    }

    private boolean isSmall(String table, Row row) {
        double size = SIZES.getOrDefault(table, List.of()).stream()
                .map(column -> cell(row, column))
                .mapToDouble(cell -> cell instanceof Number number ? number.doubleValue() : 0)
                .sum();
        return size > 0 && size < (table.equals(SURVEY) ? limits.minRespondents() : limits.minPupils());
    }

    private static String whom(String table, Row row) {
        return table.equals("retention")
                ? cell(row, "county_code") + ":" + cell(row, "township")
                : String.valueOf(cell(row, "school_code"));
    }

    private static @Nullable Object cell(Row row, String column) {
        return List.of(row.schema().fieldNames()).contains(column) ? row.<@Nullable Object>getAs(column) : null;
    }
}
