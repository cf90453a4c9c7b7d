package org.junheng.jobs.report.svg;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Estimates with their intervals from low to high, against the average at 0: above or below only where the interval says so. The estimates are those of a
 * whole model and shared by the pictures of all pages; a picture draws no more of them than can be seen, and always the lowest and the highest. What is
 * counted is counted over all.
 *
 * @param words unit, what the columns are, and what is drawn of those that are meant
 * @param bands what the three kinds are called
 * @param meant upwards, the places of those that the page is about; none where it is about all
 */
public record Caterpillar(String title, Words words, Bands bands, Ordered ordered, List<Integer> meant)
        implements Chart {
    private static final double HEIGHT = 200;
    private static final int MANY = 60;
    private static final int MOST = 180;
    private static final int MOST_MEANT = 60;
    private static final double BAND = 7;

    /** Bands cover at most one part in so many of the picture, or their own columns. */
    private static final double SHARE = 4;

    /** Unit upwards, what stands side by side, and those that are meant, with how many of them are drawn where not all are. */
    public record Words(String unit, String across, String drawn) {
        /** Where none is meant. */
        public Words(String unit, String across) {
            this(unit, across, "");
        }
    }

    /** The names of: interval above 0, around 0, below 0; and of those that are meant. */
    public record Bands(String above, String average, String below, String meant) {}

    /** One estimate, and whether it is one of those that the page is about. */
    public record One(Estimate estimate, boolean isMeant) {}

    public Caterpillar {
        meant = List.copyOf(meant);
    }

    /** Those that are drawn: all, or one in so many of all and of those that are meant. */
    public static List<One> drawn(Ordered ordered, List<Integer> meant) {
        List<Estimate> all = ordered.estimates();
        SortedSet<Integer> places = new TreeSet<>(thinned(meant, MOST_MEANT));
        places.addAll(thinned(IntStream.range(0, all.size()).boxed().toList(), MOST));
        return places.stream()
                .map(i -> new One(all.get(i), Collections.binarySearch(meant, i) >= 0))
                .toList();
    }

    /** All up to a number that can be seen; of more than these one in so many, with the first and the last. */
    private static List<Integer> thinned(List<Integer> places, int most) {
        int last = places.size() - 1;
        int every = Math.max(1, (places.size() + most - 1) / most);
        return IntStream.rangeClosed(0, last)
                .filter(i -> i % every == 0 || i == last)
                .mapToObj(places::get)
                .toList();
    }

    /** How those that are meant lie. */
    public Ordered.Counts counts() {
        return Ordered.Counts.of(meant.stream().map(ordered.estimates()::get));
    }

    public List<One> drawn() {
        return drawn(ordered, meant);
    }

    @Override
    public String svg(Format format) {
        List<One> drawn = drawn();
        ColumnPlot plot = new ColumnPlot(title, keys(), HEIGHT, 0, scale(drawn), format)
                .axis(words.unit())
                .across(words.across());
        plot.level(0, Stroke.of(Ink.TEXT, 1));
        mark(plot, drawn);
        for (Kind kind : Kind.values()) {
            draw(plot, drawn, kind);
        }
        return plot.svg();
    }

    /** A band behind each that is meant; where these are many no wider than its column. */
    private static void mark(ColumnPlot plot, List<One> drawn) {
        int all = drawn.size();
        List<Double> places = IntStream.range(0, all)
                .filter(i -> drawn.get(i).isMeant())
                .mapToObj(i -> plot.column(i, all))
                .toList();
        double column = plot.column(1, all) - plot.column(0, all);
        double shared = column * all / (SHARE * Math.max(1, places.size()));
        plot.uprights(places, Stroke.of(Ink.PALE, Math.max(Math.min(BAND, column), Math.min(BAND, shared))));
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
        Stream<Key> some = meant.isEmpty() ? Stream.of() : Stream.of(new Key.OfArea(Ink.PALE, words.drawn()));
        return Stream.concat(kinds, some).toList();
    }
}
