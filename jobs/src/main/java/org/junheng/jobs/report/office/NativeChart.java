package org.junheng.jobs.report.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.svg.Caterpillar;
import org.junheng.jobs.report.svg.Chart;
import org.junheng.jobs.report.svg.Dumbbell;
import org.junheng.jobs.report.svg.Estimate;
import org.junheng.jobs.report.svg.EventStudy;
import org.junheng.jobs.report.svg.Rates;
import org.junheng.jobs.report.svg.StockFlow;
import org.junheng.jobs.report.svg.Trend;

/**
 * A picture in the terms of an office program, which draws it itself from its numbers.
 *
 * @param format of the numbers at the axis
 * @param categories what stands side by side
 */
public record NativeChart(
        Kind kind,
        String title,
        String across,
        String unit,
        String format,
        List<String> categories,
        List<Series> series) {
    /** Colours of series in their order, and of stocks and steps, which have their own. */
    private static final List<String> COLOURS =
            List.of("1F5FA8", "A8430B", "2E7D5B", "7A4AA0", "B58900", "3A8FB7", "6B6B6B", "C2477F");

    private static final List<String> STEPS = List.of("FFFFFF", "8A95A0", "1F5FA8", "A8430B");
    private static final List<String> STACKED = List.of("1F5FA8", "A8430B", "8A95A0");
    private static final String LIMIT = "A8430B";
    private static final String NUMBER = "General";
    private static final String SHARE = "0%";
    private static final double TENTHS = 10;

    /** How the program draws it. */
    public enum Kind {
        LINES,
        POINTS,
        BARS,
        STACKED,
        STEPS
    }

    /** How a series looks: as the kind says, dashed without points, or as the unseen foot of a step. */
    public enum Look {
        PLAIN,
        LIMIT,
        UNSEEN
    }

    /** A number for each category, null where there is none, with its interval. */
    public record Series(String name, Look look, List<@Nullable Estimate> values) {
        public boolean hasIntervals() {
            return values.stream()
                    .filter(Objects::nonNull)
                    .anyMatch(value -> value.low() != null && value.high() != null);
        }
    }

    /** The colour of a series; a limit has its own. */
    public String colour(int place) {
        if (series.get(place).look() == Look.LIMIT) {
            return LIMIT;
        }
        List<String> colours = kind == Kind.STEPS ? STEPS : kind == Kind.STACKED ? STACKED : COLOURS;
        return colours.get(place % colours.size());
    }

    /** Whether it has bars or columns, not points. */
    public boolean hasBars() {
        return kind == Kind.BARS || isStacked();
    }

    /** Whether parts of a column stand on one another. */
    public boolean isStacked() {
        return kind == Kind.STACKED || kind == Kind.STEPS;
    }

    /** Where an axis begins and ends. */
    public record Ends(double low, double high) {}

    /** The ends of an axis of shares, which intervals must not overstep; a program finds those of other numbers. */
    public Optional<Ends> ends() {
        double[] shown = series.stream()
                .flatMap(one -> one.values().stream())
                .filter(Objects::nonNull)
                .flatMap(value -> Stream.of(value.value(), value.low(), value.high()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return !format.equals(SHARE) || shown.length == 0
                ? Optional.empty()
                : Optional.of(new Ends(
                        Math.floor(shown[0] * TENTHS) / TENTHS, Math.ceil(shown[shown.length - 1] * TENTHS) / TENTHS));
    }

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
        return new NativeChart(Kind.LINES, trend.title(), "", trend.unit(), NUMBER, years, series);
    }

    private static NativeChart of(Dumbbell dumbbell) {
        return new NativeChart(
                Kind.BARS,
                dumbbell.title(),
                "",
                dumbbell.unit(),
                NUMBER,
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
                SHARE,
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
                NUMBER,
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
                NUMBER,
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
                NUMBER,
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
