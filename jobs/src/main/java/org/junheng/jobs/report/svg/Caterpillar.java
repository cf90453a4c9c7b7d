package org.junheng.jobs.report.svg;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Estimates with their intervals from low to high, against the average at 0: above or below only where the interval says so.
 *
 * @param words unit, and what the columns are
 * @param bands what the three kinds are called
 */
public record Caterpillar(String title, Words words, Bands bands, List<One> estimates) implements Chart {
    private static final double HEIGHT = 200;
    private static final int MANY = 60;
    private static final int MOST = 1_000;

    /** Unit upwards, and what stands side by side. */
    public record Words(String unit, String across) {}

    /** The names of: interval above 0, around 0, below 0; and of those that are meant, empty where all are. */
    public record Bands(String above, String average, String below, String meant) {}

    /** One estimate, and whether it is one of those that the page is about. */
    public record One(Estimate estimate, boolean isMeant) {}

    /** How many there are to each one that is drawn: all are, up to a number that can be seen. */
    public static int every(int estimates) {
        return Math.max(1, (estimates + MOST - 1) / MOST);
    }

    /** Those that are drawn: all, or one in so many, and those that are meant. */
    public List<One> drawn() {
        int every = every(estimates.size());
        return IntStream.range(0, estimates.size())
                .filter(i -> i % every == 0
                        || (estimates.get(i).isMeant() && !bands.meant().isEmpty()))
                .mapToObj(estimates::get)
                .toList();
    }

    @Override
    public String svg() {
        List<One> drawn = drawn();
        Scale scale = Scale.over(
                Stream.concat(
                        Stream.of(0.0),
                        estimates.stream().map(One::estimate).flatMap(e -> Stream.of(e.value(), e.low(), e.high()))),
                0,
                1);
        ColumnPlot plot = new ColumnPlot(title, keys(), HEIGHT, 0, scale)
                .axis(words.unit())
                .across(words.across());
        plot.level(0, Stroke.of(Ink.TEXT, 1));
        for (int i = 0; i < drawn.size(); i++) {
            one(plot, drawn.get(i), plot.column(i, drawn.size()));
        }
        return plot.svg();
    }

    private List<Key> keys() {
        Stream<Key> kinds = Stream.of(
                new Key.OfMark(Mark.UP, Ink.BLUE, bands.above()),
                new Key.OfMark(Mark.DISC, Ink.GREY, bands.average()),
                new Key.OfMark(Mark.DOWN, Ink.BROWN, bands.below()));
        Stream<Key> meant = bands.meant().isEmpty() ? Stream.of() : Stream.of(new Key.OfArea(Ink.PALE, bands.meant()));
        return Stream.concat(kinds, meant).toList();
    }

    private void one(ColumnPlot plot, One one, double x) {
        Estimate estimate = one.estimate();
        String colour = estimate.isAbove(0) ? Ink.BLUE : estimate.isBelow(0) ? Ink.BROWN : Ink.GREY;
        if (one.isMeant() && !bands.meant().isEmpty()) {
            plot.upright(x, Stroke.of(Ink.PALE, 7));
        }
        if (estimate.low() != null && estimate.high() != null) {
            plot.canvas()
                    .line(
                            new Point(x, plot.y(estimate.low())),
                            new Point(x, plot.y(estimate.high())),
                            Stroke.of(colour, estimates.size() > MANY ? 1.1 : 2));
        }
        Mark mark = estimate.isAbove(0) ? Mark.UP : estimate.isBelow(0) ? Mark.DOWN : Mark.DISC;
        plot.canvas().mark(new Point(x, plot.y(estimate.value())), mark, colour);
    }
}
