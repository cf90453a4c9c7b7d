package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Dossier.Figure;
import org.junheng.jobs.report.Dossier.Series;
import org.junheng.jobs.report.Dossier.Verdict;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.report.Grid.Cell;
import org.junheng.metric.Words;

/** The parts of a dossier's page: the verdicts, and the figures of each dimension year by year. */
record DossierParts(Display display, SortedMap<String, String> dimensions, List<Integer> years) {
    /** The order in which a reader meets the dimensions; one that is not here comes last. */
    private static final List<String> ORDER = List.of(
            "review", "stock", "balance", "gap", "radiation", "impact", "integration", "valueadded", "satisfaction");

    private static final int MOST_NOTES = 12;
    private static final String WEAK = "※";

    List<Part> of(Dossier dossier) {
        List<Part> parts = new ArrayList<>();
        if (!dossier.verdicts().isEmpty()) {
            parts.add(verdicts(dossier.verdicts()));
        }
        SortedMap<String, SortedMap<Series, SortedMap<Integer, Figure>>> byDimension =
                new TreeMap<>(Comparator.comparingInt(DossierParts::place).thenComparing(Comparator.naturalOrder()));
        dossier.figures().forEach((series, figures) -> byDimension
                .computeIfAbsent(dimensions.getOrDefault(series.metric(), ""), d -> new TreeMap<>())
                .put(series, figures));
        byDimension.forEach((dimension, figures) -> parts.add(dimension(dimension, figures)));
        return parts;
    }

    private static int place(String dimension) {
        int at = ORDER.indexOf(dimension);
        return at < 0 ? ORDER.size() : at;
    }

    private Part dimension(String dimension, SortedMap<Series, SortedMap<Integer, Figure>> figures) {
        List<Cell> heads = new ArrayList<>(List.of(head("metric_id"), head("facet"), head("stage"), head("unit")));
        years.forEach(year -> heads.add(new Cell(Integer.toString(year), true)));
        List<List<Cell>> rows = new ArrayList<>();
        SortedSet<String> reasons = new TreeSet<>();
        figures.forEach((series, byYear) -> {
            if (byYear.values().stream().anyMatch(f -> f.value() != null)) {
                rows.add(row(series, byYear));
            }
            byYear.values().stream()
                    .filter(f -> !f.reason().isEmpty())
                    .forEach(f -> reasons.add(metric(series) + ": " + wording().of(f.reason())));
        });
        return new Part(
                dimension,
                wording().textOr("dimension." + dimension, dimension),
                wording().text("page.dossier.figures"),
                new Grid(heads, rows, 0),
                notes(reasons));
    }

    private List<Cell> row(Series series, SortedMap<Integer, Figure> byYear) {
        String unit = byYear.values().iterator().next().unit();
        List<Cell> cells = new ArrayList<>(List.of(
                words(metric(series)),
                words(facet(series)),
                words(display.words("stage", series.stage())),
                words(wording().unit(unit))));
        years.forEach(year -> cells.add(new Cell(shown(byYear.get(year)), true)));
        return cells;
    }

    private String metric(Series series) {
        Words name = display.metrics().get(series.metric());
        String metric = name == null ? series.metric() : wording().language().of(name);
        String model = series.model().isEmpty() ? "" : " · " + series.model();
        return series.base().isEmpty() ? metric + model : metric + model + " (" + series.base() + "→)";
    }

    private String facet(Series series) {
        String comparison = series.facet().contains("|")
                ? wording()
                        .textOr(
                                "comparison."
                                        + series.facet()
                                                .substring(series.facet().indexOf('|') + 1),
                                "")
                : "";
        String name = series.facet().isEmpty()
                ? ""
                : Facet.of(series.facet(), series.grade()).name(wording());
        return Stream.of(name, comparison)
                .filter(s -> !s.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    private String shown(@Nullable Figure figure) {
        if (figure == null) {
            return "";
        }
        Double value = figure.value();
        if (value == null) {
            return wording().textOr("status." + figure.status(), figure.status());
        }
        return Numbers.figure(value, figure.low(), figure.high())
                + (figure.status().equals("LOW_EVIDENCE") ? " " + WEAK : "");
    }

    private Part verdicts(List<Verdict> verdicts) {
        List<Cell> heads = Stream.of(
                        "rule_id", "facet", "stage", "value", "standard", "verdict", "shortfall", "document", "reason")
                .map(this::head)
                .toList();
        List<List<Cell>> rows = verdicts.stream()
                .sorted(Comparator.comparing(Verdict::document)
                        .thenComparing(Verdict::rule)
                        .thenComparing(Verdict::stage)
                        .thenComparing(v -> new Facet(v.facet(), "")))
                .map(this::row)
                .toList();
        return new Part(
                "verdicts",
                wording()
                        .text(
                                "page.dossier.verdicts",
                                Map.of("year", Integer.toString(verdicts.get(0).year()))),
                counted(verdicts),
                new Grid(heads, rows, 0),
                List.of());
    }

    private List<Cell> row(Verdict v) {
        return List.of(
                words(display.words("rule_id", v.rule())),
                words(v.facet().isEmpty() ? "" : Facet.of(v.facet(), "").name(wording())),
                words(display.words("stage", v.stage())),
                new Cell(v.value() == null ? "" : Numbers.figure(v.value()), true),
                words(
                        v.standard().isEmpty()
                                ? ""
                                : v.operator() + " " + wording().of(v.standard())),
                new Cell(display.words("verdict", v.verdict()), false, v.verdict()),
                words(
                        v.shortfall() == null
                                ? ""
                                : Numbers.plain(v.shortfall(), 2) + " "
                                        + wording().unit(v.shortfallUnit())),
                words(wording().of(v.document())),
                words(wording().of(v.reason())));
    }

    private String counted(List<Verdict> verdicts) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        verdicts.forEach(v -> counts.merge(v.verdict(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> display.words("verdict", e.getKey()) + " " + e.getValue())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    /** The first reasons in the order of their words; how many more there are is said. */
    private List<String> notes(SortedSet<String> reasons) {
        List<String> notes = new ArrayList<>(reasons.stream().limit(MOST_NOTES).toList());
        if (reasons.size() > MOST_NOTES) {
            notes.add(wording().text("page.dossier.more", Map.of("n", Integer.toString(reasons.size() - MOST_NOTES))));
        }
        return notes;
    }

    private Cell head(String column) {
        return column.equals("value")
                ? new Cell(wording().text("page.dossier.value"), true)
                : new Cell(display.head(column), false);
    }

    private static Cell words(String shown) {
        return new Cell(shown, false);
    }

    private Wording wording() {
        return display.wording();
    }
}
