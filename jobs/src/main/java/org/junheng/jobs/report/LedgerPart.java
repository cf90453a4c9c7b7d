package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junheng.jobs.report.Dossier.Figure;
import org.junheng.jobs.report.Dossier.Series;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.report.Grid.Cell;

/** What a subject lacks to the standard in the last year, in things that can be bought or appointed: teachers, square metres, yuan, rooms. */
final class LedgerPart {
    private static final String METRIC = "resource.shortfall";

    private LedgerPart() {}

    static Optional<Part> of(Dossier dossier, Display display) {
        int last = dossier.figures().entrySet().stream()
                .filter(e -> e.getKey().metric().equals(METRIC))
                .mapToInt(e -> e.getValue().lastKey())
                .max()
                .orElse(0);
        List<List<Cell>> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        dossier.figures().forEach((series, figures) -> row(series, figures, last, display)
                .ifPresent(row -> {
                    rows.add(row);
                    keys.add(series.key("{s}", Integer.toString(last)));
                }));
        Wording wording = display.wording();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        "ledger",
                        wording.text("page.lead.shortfall", Map.of("year", Integer.toString(last))),
                        wording.text("page.table.shortfall.note"),
                        new Grid(heads(display), rows, 0, keys),
                        List.of()));
    }

    private static List<Cell> heads(Display display) {
        return Stream.of("facet", "stage", "shortfall", "unit")
                .map(column -> new Cell(display.head(column), column.equals("shortfall")))
                .toList();
    }

    private static Optional<List<Cell>> row(
            Series series, SortedMap<Integer, Figure> figures, int year, Display display) {
        Figure figure = figures.get(year);
        Double lacking = figure == null ? null : figure.value();
        return !series.metric().equals(METRIC) || figure == null || lacking == null || lacking <= 0
                ? Optional.empty()
                : Optional.of(List.of(
                        new Cell(display.facet(series.facet(), series.grade()), false),
                        new Cell(display.words("stage", series.stage()), false),
                        new Cell(Numbers.plain(lacking, 1), true),
                        new Cell(display.wording().unit(figure.unit()), false)));
    }
}
