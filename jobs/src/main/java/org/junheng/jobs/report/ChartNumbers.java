package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Grid.Cell;
import org.junheng.jobs.report.svg.Caterpillar;
import org.junheng.jobs.report.svg.Chart;
import org.junheng.jobs.report.svg.Dumbbell;
import org.junheng.jobs.report.svg.Estimate;
import org.junheng.jobs.report.svg.EventStudy;
import org.junheng.jobs.report.svg.Ordered;
import org.junheng.jobs.report.svg.Rates;
import org.junheng.jobs.report.svg.Spread;
import org.junheng.jobs.report.svg.StockFlow;
import org.junheng.jobs.report.svg.Trend;

/** The numbers behind a picture as a table. */
record ChartNumbers(Wording wording) {
    Grid of(Chart chart) {
        if (chart instanceof Trend trend) {
            return of(trend);
        } else if (chart instanceof Dumbbell dumbbell) {
            return of(dumbbell);
        } else if (chart instanceof Rates rates) {
            return of(rates);
        } else if (chart instanceof EventStudy study) {
            return of(study);
        } else if (chart instanceof StockFlow flow) {
            return of(flow);
        } else if (chart instanceof Spread spread) {
            return of(spread);
        } else if (chart instanceof Caterpillar caterpillar) {
            return of(caterpillar);
        }
        throw new IllegalStateException("no table for " + chart.getClass());
    }

    private Grid of(Trend trend) {
        return new Grid(
                heads(text("js.measure"), trend.years().stream().map(String::valueOf)),
                trend.lines().stream()
                        .map(line -> row(line.name(), line.values().stream().map(ChartNumbers::shown)))
                        .toList(),
                0,
                trend.lines().stream().map(Trend.Line::key).toList());
    }

    private Grid of(Dumbbell dumbbell) {
        return new Grid(
                heads(
                        dumbbell.unit(),
                        Stream.of(dumbbell.words().before(), dumbbell.words().after())),
                dumbbell.pairs().stream()
                        .map(pair -> row(pair.name(), Stream.of(shown(pair.before()), shown(pair.after()))))
                        .toList(),
                0,
                dumbbell.pairs().stream().map(Dumbbell.Pair::key).toList());
    }

    private Grid of(Rates rates) {
        return grid(
                        heads(rates.words().unit(), Stream.of(text("js.value"), text("js.interval"), text("js.limit"))),
                        rates.rates().stream().map(ChartNumbers::rate).toList())
                .withoutEmptyColumns();
    }

    private static List<Cell> rate(Rates.Rate rate) {
        Estimate share = rate.share();
        return List.of(
                new Cell(rate.name(), false),
                number(Numbers.percent(share.value()), rate.key()),
                number(between(share.low(), share.high(), Numbers::percent), rate.key()),
                number(rate.limit() == null ? "" : Numbers.percent(rate.limit()), ""));
    }

    private Grid of(Spread spread) {
        return grid(
                heads(
                        text("js.measure"),
                        Stream.of(text("draw.least"), text("draw.middle"), text("draw.most"), text("js.limit"), "")),
                spread.measures().stream().map(ChartNumbers::measure).toList());
    }

    private static List<Cell> measure(Spread.Measure measure) {
        List<Double> numbers = measure.numbers().stream().sorted().toList();
        int n = numbers.size();
        return List.of(
                new Cell(measure.name(), false),
                number(n == 0 ? "" : shown(numbers.get(0)), measure.ends().least()),
                number(n == 0 ? "" : shown((numbers.get((n - 1) / 2) + numbers.get(n / 2)) / 2), ""),
                number(n == 0 ? "" : shown(numbers.get(n - 1)), measure.ends().most()),
                number(shown(measure.limit()), ""),
                number(measure.said(), ""));
    }

    private Grid of(EventStudy study) {
        return grid(
                heads(
                        study.words().across(),
                        Stream.of(
                                text("js.value"),
                                study.words().interval(),
                                study.words().band())),
                study.events().stream().map(ChartNumbers::event).toList());
    }

    private static List<Cell> event(EventStudy.Event event) {
        Estimate effect = event.effect();
        return row(
                event.time() > 0 ? "+" + event.time() : Integer.toString(event.time()),
                effect == null
                        ? Stream.of("", "", "")
                        : Stream.of(
                                Numbers.figure(effect.value()),
                                between(effect.low(), effect.high(), Numbers::figure),
                                between(event.bandLow(), event.bandHigh(), Numbers::figure)));
    }

    private Grid of(StockFlow flow) {
        List<StockFlow.Step> steps = new ArrayList<>(List.of(flow.opening()));
        steps.addAll(flow.steps());
        steps.add(flow.closing());
        return grid(
                List.of(),
                List.of(
                        steps.stream().map(step -> new Cell(step.name(), true)).toList(),
                        steps.stream()
                                .map(step -> number(step.said(), step.key()))
                                .toList()));
    }

    private Grid of(Caterpillar caterpillar) {
        Caterpillar.Bands bands = caterpillar.bands();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(counted(caterpillar.words().across(), caterpillar.ordered().counts()));
        if (!caterpillar.meant().isEmpty()) {
            rows.add(counted(bands.meant(), caterpillar.counts()));
        }
        return grid(
                        heads(
                                text("js.school"),
                                Stream.of(bands.below(), bands.average(), bands.above(), text("band."))),
                        rows)
                .withoutEmptyColumns();
    }

    private static List<Cell> counted(String name, Ordered.Counts counts) {
        return row(
                name,
                Stream.of(
                        Long.toString(counts.below()),
                        Long.toString(counts.average()),
                        Long.toString(counts.above()),
                        counts.without() == 0 ? "" : Long.toString(counts.without())));
    }

    private static Grid grid(List<Cell> heads, List<List<Cell>> rows) {
        return new Grid(heads, rows, 0);
    }

    private static List<Cell> heads(String first, Stream<String> others) {
        return row(first, others);
    }

    private static List<Cell> row(String first, Stream<String> numbers) {
        return Stream.concat(Stream.of(new Cell(first, false)), numbers.map(number -> new Cell(number, true)))
                .toList();
    }

    private static Cell number(String shown, String key) {
        return new Cell(shown, true).keyed(key);
    }

    private static String shown(@Nullable Estimate estimate) {
        return estimate == null ? "" : Numbers.figure(estimate.value(), estimate.low(), estimate.high());
    }

    private static String shown(@Nullable Double number) {
        return number == null ? "" : Numbers.figure(number);
    }

    private interface Shown {
        String of(double number);
    }

    private static String between(@Nullable Double low, @Nullable Double high, Shown shown) {
        return low == null || high == null ? "" : shown.of(low) + " – " + shown.of(high);
    }

    private String text(String key) {
        return wording.text(key);
    }
}
