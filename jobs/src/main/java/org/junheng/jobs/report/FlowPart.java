package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.DossierPage.Part;

/** The account of quality schools of a county, year by year. */
record FlowPart(Display display, SortedMap<String, List<Cells>> byCounty, StockKeys keys) {
    private static final List<String> COLUMNS =
            Stream.concat(Stream.of("unit", "year"), FlowTotals.LINES.stream()).toList();

    static FlowPart of(SummaryTables tables, Display display) {
        SortedMap<String, List<Cells>> byCounty = new TreeMap<>();
        Cells.of(tables.flows())
                .forEach(row -> byCounty.computeIfAbsent(row.text("county_code"), c -> new ArrayList<>())
                        .add(row));
        return new FlowPart(display, byCounty, StockKeys.of(tables));
    }

    Optional<Part> of(Subject subject) {
        List<Cells> rows = subject.type().equals("county") ? byCounty.getOrDefault(subject.id(), List.of()) : List.of();
        Wording wording = display.wording();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        "flows",
                        wording.text("page.section.flows"),
                        wording.text("page.flows.identity"),
                        keys.keyed(Grid.of(rows, display, COLUMNS, 0), rows, COLUMNS, row -> subject),
                        rows.stream()
                                .filter(row -> !row.text("reason").isEmpty())
                                .map(row -> row.year() + " " + display.words("unit", row.text("unit")) + ": "
                                        + display.words("reason", row.text("reason")))
                                .distinct()
                                .toList()));
    }
}
