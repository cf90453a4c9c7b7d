package org.junheng.jobs.report.office;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.office.NativeChart.Kind;
import org.junheng.jobs.report.office.NativeChart.Look;
import org.junheng.jobs.report.office.NativeChart.Series;
import org.junheng.jobs.report.svg.Caterpillar;
import org.junheng.jobs.report.svg.Chart;
import org.junheng.jobs.report.svg.Dumbbell;
import org.junheng.jobs.report.svg.Estimate;
import org.junheng.jobs.report.svg.EventStudy;
import org.junheng.jobs.report.svg.Rates;
import org.junheng.jobs.report.svg.StockFlow;
import org.junheng.jobs.report.svg.Trend;

/** Our pictures as charts of an office program. */
public final class Redrawn {
    private Redrawn() {}

    /** The same numbers, for a program that draws them itself. */
    public static NativeChart of(Chart chart) {
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
        } else if (chart instanceof Caterpillar caterpillar) {
            return of(caterpillar);
        }
        throw new IllegalStateException("no native chart for " + chart.getClass());
    }

    private static NativeChart of(Trend trend) {
        List<Series> series = new ArrayList<>();
        trend.lines().forEach(line -> series.add(new Series(line.name(), Look.PLAIN, line.values())));
        Trend.Limit limit = trend.limit();
        if (limit != null) {
            series.add(new Series(
                    limit.words(),
                    Look.LIMIT,
                    trend.years().stream().map(year -> number(limit.value())).toList()));
        }
        List<String> years = trend.years().stream().map(String::valueOf).toList();
        return new NativeChart(Kind.LINES, trend.title(), "", trend.unit(), NativeChart.NUMBER, years, series);
    }

    private static NativeChart of(Dumbbell dumbbell) {
        return new NativeChart(
                Kind.BARS,
                dumbbell.title(),
                "",
                dumbbell.unit(),
                NativeChart.NUMBER,
                dumbbell.pairs().stream().map(Dumbbell.Pair::name).toList(),
                List.of(
                        new Series(
                                dumbbell.words().before(),
                                Look.PLAIN,
                                numbers(dumbbell.pairs().stream().map(Dumbbell.Pair::before))),
                        new Series(
                                dumbbell.words().after(),
                                Look.PLAIN,
                                numbers(dumbbell.pairs().stream().map(Dumbbell.Pair::after)))));
    }

    private static NativeChart of(Rates rates) {
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                rates.words().rate(),
                Look.PLAIN,
                rates.rates().stream()
                        .<@Nullable Estimate>map(Rates.Rate::share)
                        .toList()));
        if (!rates.words().limit().isEmpty()) {
            series.add(new Series(
                    rates.words().limit(),
                    Look.LIMIT,
                    numbers(rates.rates().stream().map(Rates.Rate::limit))));
        }
        return new NativeChart(
                Kind.POINTS,
                rates.title(),
                "",
                rates.words().unit(),
                NativeChart.SHARE,
                rates.rates().stream().map(Rates.Rate::name).toList(),
                series);
    }

    private static NativeChart of(EventStudy study) {
        List<EventStudy.Event> events = study.events();
        return new NativeChart(
                Kind.POINTS,
                study.title(),
                study.words().across(),
                study.words().unit(),
                NativeChart.NUMBER,
                events.stream().map(event -> Integer.toString(event.time())).toList(),
                List.of(
                        new Series(
                                study.words().interval(),
                                Look.PLAIN,
                                events.stream().map(EventStudy.Event::effect).toList()),
                        new Series(
                                study.words().band(),
                                Look.LIMIT,
                                numbers(events.stream().map(EventStudy.Event::bandLow))),
                        new Series(
                                study.words().band() + " ",
                                Look.LIMIT,
                                numbers(events.stream().map(EventStudy.Event::bandHigh)))));
    }

    private static NativeChart of(StockFlow flow) {
        List<StockFlow.Step> moving =
                flow.steps().stream().filter(step -> step.amount() != 0).toList();
        List<@Nullable Double> feet = new ArrayList<>(List.of(0.0));
        double level = flow.opening().amount();
        for (StockFlow.Step step : moving) {
            feet.add(Math.min(level, level + step.amount()));
            level += step.amount();
        }
        feet.add(0.0);
        List<StockFlow.Step> all = Stream.of(Stream.of(flow.opening()), moving.stream(), Stream.of(flow.closing()))
                .flatMap(steps -> steps)
                .toList();
        return new NativeChart(
                Kind.STEPS,
                flow.title(),
                "",
                flow.words().unit(),
                NativeChart.NUMBER,
                all.stream().map(step -> step.name() + " " + step.said()).toList(),
                List.of(
                        new Series(" ", Look.UNSEEN, numbers(feet.stream())),
                        new Series(
                                flow.words().stock(),
                                Look.PLAIN,
                                numbers(all.stream().map(step -> moving.contains(step) ? null : step.amount()))),
                        new Series(flow.words().came(), Look.PLAIN, moves(all, moving, 1)),
                        new Series(flow.words().went(), Look.PLAIN, moves(all, moving, -1))));
    }

    private static List<@Nullable Estimate> moves(List<StockFlow.Step> all, List<StockFlow.Step> moving, int sign) {
        return numbers(all.stream()
                .map(step -> moving.contains(step) && step.amount() * sign > 0 ? step.amount() * sign : null));
    }

    private static NativeChart of(Caterpillar caterpillar) {
        List<Caterpillar.One> drawn = caterpillar.drawn();
        List<String> ranks = new ArrayList<>();
        for (int i = 1; i <= drawn.size(); i++) {
            ranks.add(Integer.toString(i));
        }
        return new NativeChart(
                Kind.POINTS,
                caterpillar.title(),
                caterpillar.words().across(),
                caterpillar.words().unit(),
                NativeChart.NUMBER,
                ranks,
                List.of(new Series(
                        caterpillar.words().unit(),
                        Look.PLAIN,
                        drawn.stream()
                                .<@Nullable Estimate>map(Caterpillar.One::estimate)
                                .toList())));
    }

    private static List<@Nullable Estimate> numbers(Stream<@Nullable Double> numbers) {
        List<@Nullable Estimate> made = new ArrayList<>();
        numbers.forEach(number -> made.add(number == null ? null : number(number)));
        return made;
    }

    private static Estimate number(double value) {
        return new Estimate(value, null, null);
    }
}
