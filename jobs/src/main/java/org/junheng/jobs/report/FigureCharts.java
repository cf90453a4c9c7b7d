package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Dossier.Figure;
import org.junheng.jobs.report.Dossier.Series;
import org.junheng.jobs.report.svg.Chart;
import org.junheng.jobs.report.svg.Estimate;
import org.junheng.jobs.report.svg.Rates;
import org.junheng.jobs.report.svg.Trend;

/** The pictures of the figures of one area, cluster or school: its gaps year by year, and its satisfaction. */
record FigureCharts(Display display, List<Integer> years) {
    /** More lines than this cannot be told apart. */
    private static final int MOST_LINES = 8;

    /** The coefficients of variation of the seven resources, a picture for each stage. */
    List<Trend> resources(Dossier dossier) {
        SortedMap<String, List<Series>> byStage = new TreeMap<>(TrendKey.BY_STAGE);
        gaps(dossier)
                .filter(series -> BalanceRows.SEVEN.contains(series.facet()))
                .forEach(series -> byStage.computeIfAbsent(series.stage(), s -> new ArrayList<>())
                        .add(series));
        return byStage.entrySet().stream()
                .map(e -> trend(
                        dossier,
                        word("draw.gaps", Map.of("stage", display.words("stage", e.getKey())))
                                .strip(),
                        e.getValue(),
                        limit(dossier, e.getKey())))
                .toList();
    }

    List<Trend> scores(Dossier dossier) {
        List<Series> scores = gaps(dossier)
                .filter(series -> series.facet().startsWith("score:"))
                .limit(MOST_LINES)
                .toList();
        return scores.isEmpty() ? List.of() : List.of(trend(dossier, word("draw.scores"), scores, null));
    }

    private static Stream<Series> gaps(Dossier dossier) {
        return dossier.figures().entrySet().stream()
                .filter(e -> e.getKey().metric().equals("gap.cv"))
                .filter(e -> e.getValue().values().stream().anyMatch(f -> f.value() != null))
                .map(Map.Entry::getKey);
    }

    private Trend trend(Dossier dossier, String title, List<Series> series, Trend.@Nullable Limit limit) {
        return new Trend(
                title,
                word("js.cv"),
                years,
                series.stream()
                        .map(s -> new Trend.Line(
                                name(s),
                                years.stream()
                                        .map(year -> estimate(dossier.figures()
                                                .getOrDefault(s, new TreeMap<>())
                                                .get(year)))
                                        .toList(),
                                s.key(dossier.subject().key(), "{y}")))
                        .toList(),
                limit);
    }

    private String name(Series series) {
        return new Facet(series.facet(), series.grade()).shortName(display.wording());
    }

    /** The limit that the verdicts on this subject state, where they all state the same. */
    private Trend.@Nullable Limit limit(Dossier dossier, String stage) {
        List<Double> limits = dossier.verdicts().stream()
                .filter(v -> v.rule().equals("R-CV") && v.stage().equals(stage))
                .map(v -> Standard.limit(v.standard()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return limits.size() != 1
                ? null
                : new Trend.Limit(limits.get(0), word("draw.limit", Map.of("limit", Numbers.plain(limits.get(0), 2))));
    }

    static @Nullable Estimate estimate(@Nullable Figure figure) {
        return figure == null || figure.value() == null
                ? null
                : new Estimate(figure.value(), figure.low(), figure.high());
    }

    /** The groups that were asked, in the last year with answers; single questions are in the tables. */
    Optional<Chart> satisfaction(Dossier dossier) {
        SortedMap<Series, SortedMap<Integer, Figure>> asked = new TreeMap<>();
        dossier.figures().forEach((series, figures) -> {
            if (series.metric().equals("satisfaction.rate")
                    && series.facet().indexOf(':') == series.facet().lastIndexOf(':')) {
                asked.put(series, figures);
            }
        });
        int last = asked.values().stream()
                .flatMapToInt(figures -> figures.keySet().stream().mapToInt(Integer::intValue))
                .max()
                .orElse(0);
        List<Rates.Rate> rates = asked.entrySet().stream()
                .flatMap(e -> rate(dossier, e.getKey(), last, e.getValue().get(last)))
                .toList();
        boolean judged = rates.stream().anyMatch(rate -> rate.limit() != null);
        return rates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rates(
                        word("draw.satisfaction", Map.of("year", Integer.toString(last))),
                        new Rates.Words(word("draw.satisfied"), word("draw.rate"), judged ? word("js.limit") : ""),
                        rates));
    }

    private Stream<Rates.Rate> rate(Dossier dossier, Series series, int year, @Nullable Figure figure) {
        Estimate share = estimate(figure);
        return share == null
                ? Stream.of()
                : Stream.of(new Rates.Rate(
                        new Facet(series.facet(), series.grade()).name(display.wording()),
                        share,
                        dossier.verdicts().stream()
                                .filter(v -> v.facet().equals(series.facet()))
                                .map(v -> Standard.limit(v.standard()))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        Numbers.percent(share.value()),
                        series.key(dossier.subject().key(), Integer.toString(year))));
    }

    private String word(String key) {
        return display.wording().text(key);
    }

    private String word(String key, Map<String, String> filling) {
        return display.wording().text(key, filling);
    }
}
