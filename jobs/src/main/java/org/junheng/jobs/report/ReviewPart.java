package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.DossierPage.Part;

/** The scores of a county or cluster in the five dimensions, year by year, and the interval of its rank. */
record ReviewPart(Display display, SortedMap<Subject, List<Cells>> bySubject) {
    private static final List<String> COLUMNS = List.of(
            "year",
            "stock",
            "gap",
            "radiation",
            "improvement",
            "satisfaction",
            "composite",
            "rank_low",
            "rank_high",
            "n_ranked",
            "p_top_quarter",
            "named",
            "status");

    static ReviewPart of(SummaryTables tables, Display display) {
        SortedMap<Subject, List<Cells>> bySubject = new TreeMap<>();
        Cells.of(tables.review()).forEach(row -> bySubject
                .computeIfAbsent(new Subject(row.text("subject_type"), row.text("subject_id")), s -> new ArrayList<>())
                .add(row));
        return new ReviewPart(display, bySubject);
    }

    Optional<Part> of(Subject subject) {
        List<Cells> rows = bySubject.getOrDefault(subject, List.of());
        Wording wording = display.wording();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        "scores",
                        wording.text("page.section.review"),
                        wording.text("page.dossier.review"),
                        Grid.of(rows, display, COLUMNS, 1),
                        rows.stream()
                                .filter(row -> !row.text("reason").isEmpty())
                                .map(row -> row.year() + ": " + display.words("reason", row.text("reason")))
                                .toList()));
    }
}
