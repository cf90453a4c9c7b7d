package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Dossier.Figure;
import org.junheng.jobs.report.Dossier.Series;
import org.junheng.jobs.report.DossierPage.Part;
import org.junheng.jobs.report.Grid.Cell;
import org.junheng.metric.Words;

/** The parts of a dossier's page: verdicts by policy, what is lacking, and the figures of each dimension year by year. */
record DossierParts(Display display, SortedMap<String, String> dimensions, List<Integer> years, PolicyOrder policies) {
    /** The order in which a reader meets the dimensions; one that is not here comes last. */
    private static final List<String> ORDER = List.of(
            "review", "stock", "balance", "gap", "radiation", "impact", "integration", "valueadded", "satisfaction");

    private static final int MOST_NOTES = 12;
    private static final String WEAK = "※";

    List<Part> of(Dossier dossier) {
        List<Part> parts = new ArrayList<>();
        parts.addAll(verdicts().of(dossier));
        LedgerPart.of(dossier, display).ifPresent(parts::add);
        SortedMap<String, SortedMap<Series, SortedMap<Integer, Figure>>> byDimension =
                new TreeMap<>(Comparator.comparingInt(DossierParts::place).thenComparing(Comparator.naturalOrder()));
        dossier.figures().forEach((series, figures) -> byDimension
                .computeIfAbsent(dimensions.getOrDefault(series.metric(), ""), d -> new TreeMap<>())
                .put(series, figures));
        byDimension.forEach((dimension, figures) -> parts.add(dimension(dimension, figures)));
        return parts;
    }

    VerdictParts verdicts() {
        return new VerdictParts(display, policies);
    }

    private static int place(String dimension) {
        int at = ORDER.indexOf(dimension);
        return at < 0 ? ORDER.size() : at;
    }

    private Part dimension(String dimension, SortedMap<Series, SortedMap<Integer, Figure>> figures) {
        List<Cell> heads = new ArrayList<>(List.of(
                new Cell(display.head("metric_id"), false),
                new Cell(display.head("about"), false),
                new Cell(display.head("stage"), false),
                new Cell(display.head("unit"), false)));
        years.forEach(year -> heads.add(new Cell(Integer.toString(year), true)));
        List<List<Cell>> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        SortedSet<String> reasons = new TreeSet<>();
        figures.forEach((series, byYear) -> {
            if (byYear.values().stream().anyMatch(f -> f.value() != null)) {
                rows.add(row(series, byYear));
                keys.add(series.key("{s}", "{y}"));
            }
            byYear.values().stream()
                    .filter(f -> !f.reason().isEmpty())
                    .forEach(f -> reasons.add(metric(series) + ": " + display.words("reason", f.reason())));
        });
        return new Part(
                dimension,
                wording().textOr("dimension." + dimension, dimension),
                wording().text("page.dossier.figures"),
                new Grid(heads, rows, 0, keys),
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

    /** What a series is called at the head of a column. */
    String title(Series series) {
        return Stream.of(metric(series), facet(series), display.words("stage", series.stage()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String facet(Series series) {
        return series.facet().isEmpty() ? "" : display.facet(series.facet(), series.grade());
    }

    String shown(@Nullable Figure figure) {
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

    /** The first reasons in the order of their words; how many more there are is said. */
    private List<String> notes(SortedSet<String> reasons) {
        List<String> notes = new ArrayList<>(reasons.stream().limit(MOST_NOTES).toList());
        if (reasons.size() > MOST_NOTES) {
            notes.add(wording().text("page.dossier.more", Map.of("n", Integer.toString(reasons.size() - MOST_NOTES))));
        }
        return notes;
    }

    private static Cell words(String shown) {
        return new Cell(shown, false);
    }

    private Wording wording() {
        return display.wording();
    }
}
