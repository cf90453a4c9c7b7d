package org.junheng.jobs.report.svg;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many units lie where, measure by measure, each measure against its limit: a dot for each unit, or the density of many.
 *
 * @param words what is measured, and the names of a unit and of the limit; the limit's is empty where nothing is demanded
 */
public record Spread(String title, Words words, List<Measure> measures) implements Chart {
    /** Above so many units a dot would hide its neighbours: units in the same hundredth of the scale are drawn as one, the darker the more they are. */
    private static final int MANY = 60;

    private static final int PLACES = 100;

    /** What is measured, a unit, the limit. */
    public record Words(String unit, String one, String limit) {}

    /** The keys of the least and of the greatest number. */
    public record Ends(String least, String most) {}

    /** A measure, its number in each unit, its limit, what is said beside it, and the keys of its ends. */
    public record Measure(
            String name, List<Double> numbers, @Nullable Double limit, String said, Ends ends) {}

    @Override
    public String svg(Format format) {
        Scale scale = Scale.over(
                Stream.concat(
                        Stream.of(0.0),
                        measures.stream()
                                .flatMap(m -> Stream.concat(Stream.ofNullable(m.limit()), m.numbers().stream()))),
                0,
                1);
        RowPlot plot = new RowPlot(
                        title,
                        keys(),
                        scale,
                        measures.stream().map(Measure::said).toList(),
                        format)
                .axis(scale::shown, words.unit());
        for (int i = 0; i < measures.size(); i++) {
            measure(plot, measures.get(i), scale, i);
        }
        return plot.svg();
    }

    private List<Key> keys() {
        Key one = new Key.OfMark(Mark.RING, Ink.BLUE, words.one());
        return words.limit().isEmpty()
                ? List.of(one)
                : List.of(one, new Key.OfLine(Stroke.of(Ink.BROWN, 2), words.limit()));
    }

    private static void measure(RowPlot plot, Measure measure, Scale scale, int row) {
        plot.named(row, measure.name());
        if (measure.numbers().size() <= MANY) {
            measure.numbers().forEach(number -> plot.mark(row, number, Mark.RING, Ink.BLUE));
        } else {
            density(plot, measure, scale, row);
        }
        if (measure.limit() != null) {
            plot.tick(row, measure.limit(), Stroke.of(Ink.BROWN, 2));
        }
    }

    private static void density(RowPlot plot, Measure measure, Scale scale, int row) {
        SortedMap<Integer, Integer> units = new TreeMap<>();
        measure.numbers()
                .forEach(number -> units.merge((int) Math.min(PLACES - 1, scale.at(number) * PLACES), 1, Integer::sum));
        int most = units.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        double width = (scale.high() - scale.low()) / PLACES;
        units.forEach((place, count) -> plot.block(
                row, scale.low() + place * width, scale.low() + (place + 1) * width, shade((double) count / most)));
    }

    /** From pale to full blue. */
    private static String shade(double share) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                mixed(0xdb, 0x1f, share),
                mixed(0xe6, 0x5f, share),
                mixed(0xf2, 0xa8, share));
    }

    private static int mixed(int pale, int full, double share) {
        return (int) Math.round(pale + (full - pale) * share);
    }
}
