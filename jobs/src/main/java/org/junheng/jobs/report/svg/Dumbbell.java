package org.junheng.jobs.report.svg;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A gap before and after, row by row, against no gap at 0.
 *
 * @param words what the two ends and the line at 0 are called; the line has no name where 0 is no goal
 */
public record Dumbbell(String title, String unit, Words words, List<Pair> pairs) implements Chart {
    /** The names of the ends, and of the line where there is no gap. */
    public record Words(String before, String after, String equal) {}

    /** A name and its two numbers, and how they are said; null where one is not published; and their key, with a hole for the year. */
    public record Pair(
            String name, @Nullable Double before, @Nullable Double after, String said, String key) {
        /** Of numbers without a key. */
        public Pair(String name, @Nullable Double before, @Nullable Double after, String said) {
            this(name, before, after, said, "");
        }
    }

    @Override
    public String svg(Format format) {
        Scale scale = Scale.over(
                Stream.concat(Stream.of(0.0), pairs.stream().flatMap(p -> Stream.of(p.before(), p.after()))), 0, 1);
        RowPlot plot = new RowPlot(
                        title, keys(), scale, pairs.stream().map(Pair::said).toList(), format)
                .axis(scale::shown, unit)
                .upright(0, Stroke.of(Ink.TEXT, 1.2));
        for (int i = 0; i < pairs.size(); i++) {
            pair(plot, pairs.get(i), i);
        }
        return plot.svg();
    }

    private List<Key> keys() {
        List<Key> ends = List.of(
                new Key.OfMark(Mark.RING, Ink.BLUE, words.before()),
                new Key.OfMark(Mark.DISC, Ink.BLUE, words.after()));
        return words.equal().isEmpty()
                ? ends
                : List.of(ends.get(0), ends.get(1), new Key.OfLine(Stroke.of(Ink.TEXT, 1.2), words.equal()));
    }

    private static void pair(RowPlot plot, Pair pair, int row) {
        plot.named(row, pair.name());
        Double before = pair.before();
        Double after = pair.after();
        if (before != null && after != null) {
            plot.between(row, before, after, Stroke.of(Ink.BLUE, 2));
        }
        if (before != null) {
            plot.mark(row, before, Mark.RING, Ink.BLUE);
        }
        if (after != null) {
            plot.mark(row, after, Mark.DISC, Ink.BLUE);
        }
    }
}
