package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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

/**
 * The account of quality schools in the last year, and the effects of joining before and after it.
 *
 * @param accounts the last full account of each county, and of all together where they make up one province
 * @param keys of the stocks at the ends of an account
 * @param readings what may be said of the effects of joining
 */
record AccountCharts(
        SummaryTables tables,
        Display display,
        SortedMap<Subject, Cells> accounts,
        SortedMap<Subject, List<Cells>> readings,
        StockKeys keys) {
    private static final Set<String> WENT = Set.of("downgraded", "closed", "merged", "moved_out");

    /** The head of a line says its sign, which the picture shows. */
    private static final Pattern SIGN = Pattern.compile("^[+−=] ");

    static AccountCharts of(SummaryTables tables, Display display) {
        SortedMap<Subject, Cells> accounts = new TreeMap<>();
        last(tables.flows(), row -> new Subject("county", row.text("county_code")), accounts);
        Set<String> provinces = tables.places().of("province").keySet();
        if (provinces.size() == 1) {
            Subject whole = new Subject("province", provinces.iterator().next());
            last(tables.flowTotals(), row -> whole, accounts);
        }
        SortedMap<Subject, List<Cells>> readings = new TreeMap<>();
        Cells.of(tables.impactReadings())
                .filter(row -> row.has("metric_id", "impact.effect"))
                .forEach(row -> readings.computeIfAbsent(
                                new Subject(row.text("subject_type"), row.text("subject_id")), s -> new ArrayList<>())
                        .add(row));
        return new AccountCharts(tables, display, accounts, readings, StockKeys.of(tables));
    }

    /** Keeps the last account of each subject in which every line is known. */
    private static void last(Table flows, Function<Cells, Subject> subject, SortedMap<Subject, Cells> accounts) {
        Cells.of(flows)
                .filter(row -> row.has("unit", "SCHOOLS"))
                .filter(row -> FlowTotals.LINES.stream().allMatch(line -> row.number(line) != null))
                .forEach(row -> accounts.merge(subject.apply(row), row, (a, b) -> b.year() >= a.year() ? b : a));
    }

    List<Chart> of(Subject subject) {
        List<Chart> charts = new ArrayList<>();
        Cells account = accounts.get(subject);
        if (account != null) {
            charts.add(flow(subject, account));
        }
        readings.getOrDefault(subject, List.of()).stream().flatMap(this::study).forEach(charts::add);
        return charts;
    }

    private Chart flow(Subject subject, Cells row) {
        Wording wording = display.wording();
        List<String> lines = FlowTotals.LINES;
        return new StockFlow(
                wording.text("page.section.flows") + " · " + row.year(),
                new StockFlow.Words(
                        wording.unit("schools"),
                        wording.text("draw.stock"),
                        wording.text("draw.came"),
                        wording.text("draw.went")),
                step(subject, row, lines.get(0)),
                lines.subList(1, lines.size() - 1).stream()
                        .map(line -> signed(step(subject, row, line), WENT.contains(line)))
                        .toList(),
                step(subject, row, lines.get(lines.size() - 1)));
    }

    private Step step(Subject subject, Cells row, String line) {
        Double amount = row.number(line);
        double known = amount == null ? 0 : amount;
        return new Step(
                SIGN.matcher(display.head(line)).replaceFirst(""),
                known,
                Numbers.plain(known, 0),
                keys.of(subject, row, line));
    }

    private static Step signed(Step step, boolean went) {
        double amount = went ? -step.amount() : step.amount();
        return new Step(step.name(), amount, (amount > 0 ? "+" : "") + Numbers.plain(amount, 0), step.key());
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
