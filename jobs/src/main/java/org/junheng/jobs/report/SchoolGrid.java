package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.report.Grid.Cell;
import org.junheng.subject.Stage;

/** The value-added of schools, in the order of their codes: no ranks. */
record SchoolGrid(Display display, Linked linked) {
    private static final String METRIC = "valueadded.school";
    private static final String WEAK = " ※";

    /** A school, and the name of the fit. */
    record Fitted(Cells row, String fit) {}

    /** The schools of each county. Nothing of it is for the public. */
    static SortedMap<String, List<Fitted>> byCounty(SummaryTables tables, Wording wording) {
        SortedMap<String, List<Fitted>> byCounty = new TreeMap<>();
        if (tables.audience() != Audience.PUBLIC) {
            Fit.of(tables.valueAdded()).forEach(fit -> {
                String name = fit.name(wording);
                fit.schools().stream()
                        .filter(row -> row.number("value") != null)
                        .forEach(row -> byCounty.computeIfAbsent(row.text("county_code"), c -> new ArrayList<>())
                                .add(new Fitted(row, name)));
            });
        }
        return byCounty;
    }

    private static final List<String> COLUMNS =
            List.of("school_code", "school", "county", "model", "#value", "band", "#n_pupils");

    Grid of(List<Fitted> schools) {
        return new Grid(
                AreaTables.heads(display, COLUMNS.stream()),
                schools.stream().map(this::row).toList(),
                0,
                schools.stream().map(SchoolGrid::key).toList());
    }

    /** The schools of one county, on its page. */
    Grid ofCounty(List<Fitted> schools) {
        return of(schools).without(COLUMNS.indexOf("county"));
    }

    private static String key(Fitted school) {
        Cells row = school.row();
        String grade = row.number("grade") == null ? "" : Integer.toString(row.count("grade"));
        String stage = grade.isEmpty() ? "" : Stage.ofGrade(row.count("grade")).name();
        String year = Integer.toString(row.year());
        return String.join(
                "|", METRIC, row.text("model_id"), "school", "{0}", year, "", stage, grade, row.text("facet"), "");
    }

    private List<Cell> row(Fitted school) {
        Cells row = school.row();
        Double value = row.number("value");
        return List.of(
                new Cell(row.text("school_code"), false),
                linked.cell("school", row.text("school_code")),
                linked.cell("county", row.text("county_code")),
                new Cell(school.fit(), false),
                new Cell(
                        value == null
                                ? ""
                                : Numbers.figure(value, row.number("ci_low"), row.number("ci_high"))
                                        + (row.has("status", "LOW_EVIDENCE") ? WEAK : ""),
                        true),
                new Cell(display.words("band", row.text("band")), false),
                new Cell(row.number("n_pupils") == null ? "" : Integer.toString(row.count("n_pupils")), true));
    }
}
