package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.svg.Chart;
import org.junheng.jobs.report.svg.Estimate;
import org.junheng.jobs.report.svg.EventStudy;
import org.junheng.jobs.report.svg.StockFlow;
import org.junheng.jobs.report.svg.StockFlow.Step;
import tech.tablesaw.api.Table;

/** The account of quality schools in the last year, and the effects of joining before and after it. */
record AccountCharts(SummaryTables tables, Display display) {
    private static final Set<String> WENT = Set.of("downgraded", "closed", "merged", "moved_out");

    /** The head of a line says its sign, which the picture shows. */
    private static final Pattern SIGN = Pattern.compile("^[+−=] ");

    List<Chart> of(Subject subject) {
        List<Chart> charts = new ArrayList<>();
        flow(subject).ifPresent(charts::add);
        charts.addAll(effects(subject));
        return charts;
    }

    private Optional<Chart> flow(Subject subject) {
        boolean isWhole = subject.type().equals("province") && tables.places().count("province") == 1;
        Table account = isWhole ? tables.flowTotals() : tables.flows();
        return !isWhole && !subject.type().equals("county")
                ? Optional.empty()
                : Cells.of(account)
                        .filter(row -> row.has("unit", "SCHOOLS") && (isWhole || row.has("county_code", subject.id())))
                        .filter(row -> FlowTotals.LINES.stream().allMatch(line -> row.number(line) != null))
                        .reduce((a, b) -> b.year() >= a.year() ? b : a)
                        .map(this::flow);
    }

    private Chart flow(Cells row) {
        Wording wording = display.wording();
        List<String> lines = FlowTotals.LINES;
        return new StockFlow(
                wording.text("page.section.flows") + " · " + row.year(),
                new StockFlow.Words(
                        wording.unit("schools"),
                        wording.text("draw.stock"),
                        wording.text("draw.came"),
                        wording.text("draw.went")),
                step(row, lines.get(0)),
                lines.subList(1, lines.size() - 1).stream()
                        .map(line -> signed(step(row, line), WENT.contains(line)))
                        .toList(),
                step(row, lines.get(lines.size() - 1)));
    }

    private Step step(Cells row, String line) {
        Double amount = row.number(line);
        double known = amount == null ? 0 : amount;
        return new Step(SIGN.matcher(display.head(line)).replaceFirst(""), known, Numbers.plain(known, 0));
    }

    private static Step signed(Step step, boolean went) {
        double amount = went ? -step.amount() : step.amount();
        return new Step(step.name(), amount, (amount > 0 ? "+" : "") + Numbers.plain(amount, 0));
    }

    private List<Chart> effects(Subject subject) {
        return Cells.of(tables.impactReadings())
                .filter(row -> row.has("metric_id", "impact.effect")
                        && row.has("subject_type", subject.type())
                        && row.has("subject_id", subject.id()))
                .flatMap(this::study)
                .toList();
    }

    private Stream<Chart> study(Cells reading) {
        List<EventStudy.Event> events = Cells.of(tables.impact())
                .filter(row -> row.has("impact_id", reading.text("model_id"))
                        && row.has("aggregation", "event")
                        && row.number("event_time") != null)
                .map(row -> new EventStudy.Event(
                        row.count("event_time"), effect(row), row.number("band_low"), row.number("band_high")))
                .toList();
        Wording wording = display.wording();
        return events.isEmpty()
                ? Stream.of()
                : Stream.of(new EventStudy(
                        wording.text("page.section.impact") + " · " + ImpactCard.title(reading, display),
                        new EventStudy.Words(
                                wording.unit(reading.text("unit")),
                                wording.text("js.years-since"),
                                wording.text("js.interval"),
                                wording.text("js.band"),
                                wording.text("js.joined")),
                        events));
    }

    private static @Nullable Estimate effect(Cells row) {
        Double estimate = row.number("estimate");
        return estimate == null ? null : new Estimate(estimate, row.number("ci_low"), row.number("ci_high"));
    }
}
