package org.junheng.jobs.report.svg;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shares with their intervals, row by row, each against the limit that it is judged by.
 *
 * @param words what the point and the limit are called
 */
public record Rates(String title, Words words, List<Rate> rates) implements Chart {
    /** What is counted, and the names of rate and limit; the limit's is empty where nothing is demanded. */
    public record Words(String unit, String rate, String limit) {}

    /** A name, its share with interval, its limit, what is said beside it, and the key of the share. */
    public record Rate(
            String name, Estimate share, @Nullable Double limit, String said, String key) {}

    @Override
    public String svg(Format format) {
        Scale scale = Scale.ofShares(
                rates.stream()
                        .flatMap(r -> Stream.of(r.share().value(), r.share().low(), r.limit())),
                0,
                1);
        RowPlot plot = new RowPlot(
                        title, keys(), scale, rates.stream().map(Rate::said).toList(), format)
                .axis(Scale::percent, words.unit());
        for (int i = 0; i < rates.size(); i++) {
            rate(plot, rates.get(i), i);
        }
        return plot.svg();
    }

    private List<Key> keys() {
        Key rate = new Key.OfMark(Mark.DISC, Ink.BLUE, words.rate());
        return words.limit().isEmpty()
                ? List.of(rate)
                : List.of(rate, new Key.OfLine(Stroke.of(Ink.BROWN, 2), words.limit()));
    }

    private static void rate(RowPlot plot, Rate rate, int row) {
        plot.named(row, rate.name());
        if (rate.limit() != null) {
            plot.tick(row, rate.limit(), Stroke.of(Ink.BROWN, 2));
        }
        Double low = rate.share().low();
        Double high = rate.share().high();
        if (low != null && high != null) {
            plot.between(row, low, high, Stroke.of(Ink.BLUE, 2));
        }
        plot.mark(row, rate.share().value(), Mark.DISC, Ink.BLUE);
    }
}
