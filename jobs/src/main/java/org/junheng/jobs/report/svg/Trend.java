package org.junheng.jobs.report.svg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers over the years against their limit: a line for each series with its name at its end, intervals as uprights, gaps where nothing is published.
 *
 * @param limit drawn as a dashed line; null where nothing is demanded
 */
public record Trend(
        String title,
        String unit,
        List<Integer> years,
        List<Line> lines,
        @Nullable Limit limit) implements Chart {
    private static final double HEIGHT = 190;
    private static final double APART = 12.5;
    private static final double LEFT_OF_KEY = 22;
    private static final double BESIDE_NAME = 8;
    private static final double MOST_ENDS = 0.4;

    /** A series: a number for each year, null where there is none; and their key, with a hole for the year. */
    public record Line(String name, List<@Nullable Estimate> values, String key) {
        /** Of numbers without a key. */
        public Line(String name, List<@Nullable Estimate> values) {
            this(name, values, "");
        }
    }

    /** What a number may be at most or must be at least, and how that is said. */
    public record Limit(double value, String words) {}

    @Override
    public String svg(Format format) {
        Stream<@Nullable Double> numbers = lines.stream()
                .flatMap(line -> line.values().stream())
                .filter(Objects::nonNull)
                .flatMap(e -> Stream.of(e.value(), e.low(), e.high()));
        Scale scale = Scale.over(Stream.concat(numbers, limit == null ? Stream.of() : Stream.of(limit.value())), 0, 1);
        ColumnPlot plot = new ColumnPlot(title, keys(format), HEIGHT, ends(format), scale, format).axis(unit);
        for (int i = 0; i < years.size(); i++) {
            plot.below(plot.column(i, years.size()), Integer.toString(years.get(i)));
        }
        if (limit != null) {
            plot.level(limit.value(), Stroke.of(Ink.BROWN, 1.6).dashed());
        }
        for (int i = 0; i < lines.size(); i++) {
            line(plot, lines.get(i), Ink.line(i), i);
        }
        if (format.ends() > 0) {
            names(plot, ends(format));
        }
        return plot.svg();
    }

    /** Room for the names at the ends of the lines: all that they need, up to two fifths of the picture. */
    private double ends(Format format) {
        double widest = lines.stream()
                .mapToDouble(line -> Lettering.width(line.name(), Type.SMALL.size()))
                .max()
                .orElse(0);
        return format.ends() == 0
                ? 0
                : Math.min(MOST_ENDS * format.width(), Math.max(format.ends(), widest + BESIDE_NAME));
    }

    /** The limit; and the lines, where there is no room for their names at their ends. */
    private List<Key> keys(Format format) {
        List<Key> keys = new ArrayList<>();
        if (limit != null) {
            keys.add(new Key.OfLine(Stroke.of(Ink.BROWN, 1.6).dashed(), limit.words()));
        }
        for (int i = 0; format.ends() == 0 && i < lines.size(); i++) {
            double room = format.width() - 2 * LEFT_OF_KEY;
            String name = Lettering.fitting(lines.get(i).name(), Type.SMALL.size(), room);
            keys.add(new Key.OfMark(Mark.ofLine(i), Ink.line(i), name));
        }
        return keys;
    }

    private void line(ColumnPlot plot, Line line, String colour, int place) {
        List<Point> piece = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            Estimate number = line.values().get(i);
            if (number == null) {
                plot.canvas().path(List.copyOf(piece), Stroke.of(colour, 1.8));
                piece.clear();
                continue;
            }
            double x = plot.column(i, years.size());
            piece.add(new Point(x, plot.y(number.value())));
            if (number.low() != null && number.high() != null) {
                plot.canvas()
                        .line(
                                new Point(x, plot.y(number.low())),
                                new Point(x, plot.y(number.high())),
                                Stroke.of(colour, 1.2));
            }
        }
        plot.canvas().path(List.copyOf(piece), Stroke.of(colour, 1.8));
        marks(plot, line, colour, place);
    }

    private void marks(ColumnPlot plot, Line line, String colour, int place) {
        Mark mark = Mark.ofLine(place);
        for (int i = 0; i < years.size(); i++) {
            Estimate number = line.values().get(i);
            if (number != null) {
                plot.canvas().mark(new Point(plot.column(i, years.size()), plot.y(number.value())), mark, colour);
            }
        }
    }

    /** A name at the height of the last number of its line, moved down where another stands there. */
    private void names(ColumnPlot plot, double letters) {
        record End(double y, int place) {}
        List<End> ends = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Estimate last = last(lines.get(i));
            if (last != null) {
                ends.add(new End(plot.y(last.value()), i));
            }
        }
        double free = Double.NEGATIVE_INFINITY;
        for (End end : ends.stream().sorted(Comparator.comparingDouble(End::y)).toList()) {
            double y = Math.max(end.y(), free);
            free = y + APART;
            String name = Lettering.fitting(lines.get(end.place()).name(), Type.SMALL.size(), letters);
            plot.canvas()
                    .text(
                            new Point(plot.right() + 6, y + 3.5),
                            name,
                            Anchor.START,
                            Type.SMALL.in(Ink.line(end.place())));
        }
    }

    private static @Nullable Estimate last(Line line) {
        Estimate last = null;
        for (Estimate number : line.values()) {
            last = number == null ? last : number;
        }
        return last;
    }
}
