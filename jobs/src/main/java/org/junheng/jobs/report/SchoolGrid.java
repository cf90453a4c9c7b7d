package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.report.Grid.Cell;

/** The value-added of schools, in the order of their codes: no ranks. */
record SchoolGrid(Display display, Linked linked) {
    private static final String WEAK = " ※";

    /** The rows of each county. Nothing of it is for the public. */
    SortedMap<String, List<List<Cell>>> byCounty(SummaryTables tables) {
        SortedMap<String, List<List<Cell>>> byCounty = new TreeMap<>();
        if (tables.audience() != Audience.PUBLIC) {
            Fit.of(tables.valueAdded()).forEach(fit -> fit.schools().stream()
                    .filter(row -> row.number("value") != null)
                    .forEach(row -> byCounty.computeIfAbsent(row.text("county_code"), c -> new ArrayList<>())
                            .add(row(row, fit.name(display.wording())))));
        }
        return byCounty;
    }

    Grid of(List<List<Cell>> rows) {
        return new Grid(
                AreaTables.heads(
                        display, Stream.of("school_code", "school", "county", "model", "#value", "band", "#n_pupils")),
                rows,
                0);
    }

    private List<Cell> row(Cells row, String fit) {
        Double value = row.number("value");
        return List.of(
                new Cell(row.text("school_code"), false),
                linked.cell("school", row.text("school_code")),
                linked.cell("county", row.text("county_code")),
                new Cell(fit, false),
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
