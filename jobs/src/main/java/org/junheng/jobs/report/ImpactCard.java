package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the page says of one block on the effect of joining, in one area: first the smallest effect that the design can show, then the effect, then
 * what may be said of it, and last how far it may be trusted.
 *
 * @param estimates overall and event-time effects with interval and simultaneous band
 */
public record ImpactCard(String title, List<Reading> readings, Grid estimates) {
    private static final List<String> FIRST = List.of("impact.detectable", "impact.effect", "impact.verdict");
    /** Units whose number is a code that the words beside it spell out. */
    private static final Set<String> CODED = Set.of("verdict", "state");

    private static final Set<String> AVERAGES = Set.of("overall", "event");

    private static final List<String> COLUMNS = List.of(
            "aggregation",
            "event_time",
            "estimate",
            "se",
            "ci_low",
            "ci_high",
            "band_low",
            "band_high",
            "n_treated",
            "n_comparison",
            "n_clusters",
            "reason");
    private static final int DECIMALS = 4;

    /** A published figure with its unit, and the published words on it. */
    public record Reading(String label, String figure, String said) {}

    static List<ImpactCard> of(SummaryTables tables, Display display) {
        Map<List<String>, List<Cells>> blocks = new LinkedHashMap<>();
        Cells.of(tables.impactReadings()).forEach(row -> blocks.computeIfAbsent(
                        List.of(row.text("model_id"), row.text("subject_type"), row.text("subject_id")),
                        block -> new ArrayList<>())
                .add(row));
        return blocks.values().stream()
                .map(block -> card(block, tables, display))
                .toList();
    }

    /** The same without the rows of its estimates, which the workbook holds. */
    ImpactCard brief() {
        return new ImpactCard(title, readings, estimates.first(0));
    }

    private static ImpactCard card(List<Cells> block, SummaryTables tables, Display display) {
        Cells first = block.get(0);
        List<Cells> estimates = Cells.of(tables.impact())
                .filter(row ->
                        row.has("impact_id", first.text("model_id")) && AVERAGES.contains(row.text("aggregation")))
                .sorted(Comparator.comparing((Cells row) -> !row.has("aggregation", "overall")))
                .toList();
        return new ImpactCard(
                title(first, display),
                block.stream()
                        .sorted(Comparator.comparingInt(ImpactCard::place))
                        .map(row -> reading(row, display))
                        .toList(),
                Grid.of(estimates, display, COLUMNS, DECIMALS));
    }

    /** The block, its area and its outcome. */
    static String title(Cells row, Display display) {
        String outcome = Facet.of(row.text("facet"), row.text("grade")).name(display.wording());
        return String.join(" · ", row.text("model_id"), row.text("name"), outcome);
    }

    private static int place(Cells row) {
        int at = FIRST.indexOf(row.text("metric_id"));
        return at < 0 ? FIRST.size() : at;
    }

    private static Reading reading(Cells row, Display display) {
        return new Reading(
                display.name(row.text("metric_id")), figure(row, display), display.words("reason", row.text("reason")));
    }

    private static String figure(Cells row, Display display) {
        Double value = row.number("value");
        if (value == null) {
            return display.words("status", row.text("status"));
        }
        return CODED.contains(row.text("unit"))
                ? ""
                : (Numbers.figure(value, row.number("ci_low"), row.number("ci_high")) + " "
                                + display.wording().unit(row.text("unit")))
                        .trim();
    }
}
