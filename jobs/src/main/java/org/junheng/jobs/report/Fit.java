package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** The schools of one fitted model and subject. */
record Fit(String model, String facet, String grade, int year, List<Cells> schools) {
    /** The fits of a table, in its order. */
    static List<Fit> of(Table valueAdded) {
        List<Fit> fits = new ArrayList<>();
        Cells.of(valueAdded)
                .collect(Collectors.groupingBy(Fit::id, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(rows -> {
                    Cells first = rows.get(0);
                    fits.add(new Fit(first.text("model_id"), first.text("facet"), grade(first), first.year(), rows));
                });
        return fits;
    }

    private static String id(Cells row) {
        return String.join("\t", row.text("model_id"), row.text("facet"), grade(row), Integer.toString(row.year()));
    }

    private static String grade(Cells row) {
        return row.number("grade") == null ? "" : Integer.toString(row.count("grade"));
    }

    /** The fit as people know it: subject, grade and year of the outcome, and the id of the model. */
    String name(Wording wording) {
        return wording.text(
                grade.isEmpty() ? "fit.whole" : "fit",
                Map.of(
                        "subject",
                        Facet.of(facet, grade).subject(wording),
                        "grade",
                        grade,
                        "year",
                        Integer.toString(year),
                        "model",
                        model));
    }

    long count(String band) {
        return schools.stream().filter(row -> row.has("band", band)).count();
    }

    /** Schools with an interval. */
    long known() {
        return schools.size() - count("");
    }

    /** Schools with a value, from low to high, so that intervals can be seen; schools of one value in the order of their codes. */
    List<Cells> inOrderOfValue() {
        return schools.stream()
                .filter(row -> row.number("value") != null)
                .sorted(Comparator.comparingDouble(Fit::value))
                .toList();
    }

    private static double value(Cells row) {
        Double value = row.number("value");
        return value == null ? Double.NaN : value;
    }

    String source(String... conditions) {
        Stream<String> fit = Stream.of(
                "metric_id=valueadded.school",
                "subject_type=school",
                "model_id=" + model,
                "facet=" + facet,
                "grade=" + grade,
                "year=" + year);
        return Source.count(
                "measures", Stream.concat(fit, Stream.of(conditions)).toArray(String[]::new));
    }
}
