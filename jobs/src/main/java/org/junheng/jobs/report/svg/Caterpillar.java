package org.junheng.jobs.report.svg;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Estimates with their intervals from low to high, against the average at 0: above or below only where the interval says so. The estimates are those of a
 * whole model and shared by the pictures of all pages; what a picture costs follows from what it shows.
 *
 * @param words unit, and what the columns are
 * @param bands what the three kinds are called
 * @param meant upwards, the places of those that the page is about; none where it is about all
 */
public record Caterpillar(String title, Words words, Bands bands, Ordered ordered, List<Integer> meant)
        implements Chart {
    private static final double HEIGHT = 200;
    private static final int MANY = 60;
    private static final int MOST = 180;

    /** Unit upwards, and what stands side by side. */
    public record Words(String unit, String across) {}

    /** The names of: interval above 0, around 0, below 0; and of those that are meant. */
    public record Bands(String above, String average, String below, String meant) {}

    /** One estimate, and whether it is one of those that the page is about. */
    public record One(Estimate estimate, boolean isMeant) {}

    /** How many there are to each one that is drawn: all are, up to a number that can be seen. */
    public static int every(int estimates) {
        return Math.max(1, (estimates + MOST - 1) / MOST);
    }

    public Caterpillar {
        meant = List.copyOf(meant);
    }

    /** How those that are meant lie. */
    public Ordered.Counts counts() {
        return Ordered.Counts.of(meant.stream().map(ordered.estimates()::get));
    }

    /** Those that are drawn: all, or one in so many, and those that are meant. */
    public List<One> drawn() {
        int size = ordered.estimates().size();
        int every = every(size);
        return IntStream.concat(
                        IntStream.iterate(0, i -> i < size, i -> i + every),
                        meant.stream().mapToInt(i -> i))
                .sorted()
                .distinct()
                .mapToObj(i -> new One(ordered.estimates().get(i), Collections.binarySearch(meant, i) >= 0))
                .toList();
    }

    @Override
    public String svg(Format format) {
        List<One> drawn = drawn();
        ColumnPlot plot = new ColumnPlot(title, keys(), HEIGHT, 0, scale(drawn), format)
                .axis(words.unit())
                .across(words.across());
        plot.level(0, Stroke.of(Ink.TEXT, 1));
        for (int i = 0; i < drawn.size(); i++) {
            if (drawn.get(i).isMeant()) {
                plot.upright(plot.column(i, drawn.size()), Stroke.of(Ink.PALE, 7));
            }
        }
        for (Kind kind : Kind.values()) {
            draw(plot, drawn, kind);
        }
        return plot.svg();
    }

    /** Over the average and the ends of all intervals. */
    private static Scale scale(List<One> drawn) {
        double least = 0;
        double most = 0;
        for (One one : drawn) {
            Estimate e = one.estimate();
            least = Math.min(least, Math.min(e.value(), e.low() == null ? e.value() : e.low()));
            most = Math.max(most, Math.max(e.value(), e.high() == null ? e.value() : e.high()));
        }
        return Scale.over(Stream.of(least, most), 0, 1);
    }

    private Key key(Kind kind, String words) {
        return new Key.OfMark(isMany() ? Mark.DISC : kind.mark, kind.colour, words);
    }

    /** Where the interval of an estimate lies, and how that is shown; among many a dot of its colour. */
    private enum Kind {
        AVERAGE(Mark.DISC, Ink.GREY),
        BELOW(Mark.DOWN, Ink.BROWN),
        ABOVE(Mark.UP, Ink.BLUE);

        private final Mark mark;
        private final String colour;

        Kind(Mark mark, String colour) {
            this.mark = mark;
            this.colour = colour;
        }

        static Kind of(Estimate estimate) {
            return estimate.isAbove(0) ? ABOVE : estimate.isBelow(0) ? BELOW : AVERAGE;
        }
    }

    private void draw(ColumnPlot plot, List<One> drawn, Kind kind) {
        List<Canvas.Span> intervals = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            Estimate estimate = drawn.get(i).estimate();
            if (Kind.of(estimate) == kind) {
                double x = plot.column(i, drawn.size());
                points.add(new Point(x, plot.y(estimate.value())));
                if (estimate.low() != null && estimate.high() != null) {
                    intervals.add(new Canvas.Span(x, plot.y(estimate.high()), plot.y(estimate.low())));
                }
            }
        }
        plot.canvas().uprights(intervals, Stroke.of(kind.colour, isMany() ? 1.1 : 2));
        if (isMany()) {
            plot.canvas().dots(points, Stroke.of(kind.colour, 3.4));
        } else {
            points.forEach(point -> plot.canvas().mark(point, kind.mark, kind.colour));
        }
    }

    private boolean isMany() {
        return ordered.estimates().size() > MANY;
    }

    private List<Key> keys() {
        Stream<Key> kinds = Stream.of(
                key(Kind.ABOVE, bands.above()), key(Kind.AVERAGE, bands.average()), key(Kind.BELOW, bands.below()));
        Stream<Key> some = meant.isEmpty() ? Stream.of() : Stream.of(new Key.OfArea(Ink.PALE, bands.meant()));
        return Stream.concat(kinds, some).toList();
    }
}
