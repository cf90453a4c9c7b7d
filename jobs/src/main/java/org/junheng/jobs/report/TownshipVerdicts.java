package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.report.Grid.Cell;
import org.junheng.jobs.report.PublishedTable.Line;

/** Which townships of a county reach the goals set for them, in the last year, and what keeps the others from it. */
final class TownshipVerdicts {
    private final SortedMap<String, SortedMap<String, Whole>> byCounty = new TreeMap<>();

    private record Whole(int year, String verdict, String reason) {}

    /** Keeps the verdict on a township as a whole; a later year takes the place of an earlier one. */
    void judgement(Line line) {
        Double year = line.number("year");
        if (line.has("subject_type", "township") && line.has("metric_id", "rules.met") && year != null) {
            String township = line.text("subject_id");
            byCounty.computeIfAbsent(township.substring(0, Math.max(0, township.indexOf(':'))), c -> new TreeMap<>())
                    .merge(
                            township,
                            new Whole(year.intValue(), line.text("verdict"), line.text("reason")),
                            (a, b) -> a.year() > b.year() ? a : b);
        }
    }

    Optional<Part> part(Subject county, Display display) {
        SortedMap<String, Whole> townships =
                county.type().equals("county") ? byCounty.getOrDefault(county.id(), new TreeMap<>()) : new TreeMap<>();
        Wording wording = display.wording();
        if (townships.isEmpty()) {
            return Optional.empty();
        }
        List<List<Cell>> rows = new ArrayList<>();
        townships.forEach((township, whole) -> rows.add(List.of(
                new Cell(township.substring(township.indexOf(':') + 1), false),
                new Cell(display.words("verdict", whole.verdict()), false, whole.verdict()),
                new Cell(display.words("reason", whole.reason()), false))));
        String year = Integer.toString(
                townships.values().stream().mapToInt(Whole::year).max().orElse(0));
        return Optional.of(new Part(
                "townships",
                wording.text("page.dossier.townships", Map.of("year", year)),
                wording.text("page.dossier.townships.lead"),
                new Grid(
                        List.of(
                                new Cell(display.head("township"), false),
                                new Cell(display.head("verdict"), false),
                                new Cell(display.head("reason"), false)),
                        rows,
                        0),
                List.of()));
    }
}
