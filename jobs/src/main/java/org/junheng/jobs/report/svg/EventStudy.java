package org.junheng.jobs.report.svg;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Effects by the time before and after an event: interval of each, and the band that holds all of them together. Left of the event nothing should be seen.
 *
 * @param words unit, what the columns are, and the names of interval and band
 */
public record EventStudy(String title, Words words, List<Event> events) implements Chart {
    private static final double HEIGHT = 200;

    /** Unit upwards; columns; interval; simultaneous band; the moment of the event. */
    public record Words(String unit, String across, String interval, String band, String event) {}

    /** The effect at one time; null where it is not published. */
    public record Event(
            int time,
            @Nullable Estimate effect,
            @Nullable Double bandLow,
            @Nullable Double bandHigh) {}

    @Override
    public String svg(Format format) {
        Scale scale = Scale.over(Stream.concat(Stream.of(0.0), events.stream().flatMap(EventStudy::numbers)), 0, 1);
        List<Key> keys = List.of(
                new Key.OfMark(Mark.DISC, Ink.BLUE, words.interval()),
                new Key.OfArea(Ink.PALE, words.band()),
                new Key.OfLine(Stroke.of(Ink.BROWN, 1.4).dashed(), words.event()));
        ColumnPlot plot = new ColumnPlot(title, keys, HEIGHT, 0, scale, format);
        for (int i = 0; i < events.size(); i++) {
            band(plot, events.get(i), plot.column(i, events.size()));
        }
        plot.axis(words.unit()).across(words.across()).level(0, Stroke.of(Ink.TEXT, 1));
        for (int i = 0; i < events.size(); i++) {
            event(plot, i);
        }
        return plot.svg();
    }

    private static Stream<@Nullable Double> numbers(Event event) {
        Estimate effect = event.effect();
        Stream<@Nullable Double> own =
                effect == null ? Stream.of() : Stream.of(effect.value(), effect.low(), effect.high());
        return Stream.concat(own, Stream.of(event.bandLow(), event.bandHigh()));
    }

    private static void band(ColumnPlot plot, Event event, double x) {
        Double low = event.bandLow();
        Double high = event.bandHigh();
        if (low != null && high != null) {
            double half = 11;
            plot.canvas().rect(new Point(x - half, plot.y(high)), 2 * half, plot.y(low) - plot.y(high), Ink.PALE);
        }
    }

    private void event(ColumnPlot plot, int at) {
        Event event = events.get(at);
        double x = plot.column(at, events.size());
        plot.below(x, event.time() > 0 ? "+" + event.time() : Integer.toString(event.time()));
        if (at > 0 && event.time() >= 0 && events.get(at - 1).time() < 0) {
            plot.upright(
                    (x + plot.column(at - 1, events.size())) / 2,
                    Stroke.of(Ink.BROWN, 1.4).dashed());
        }
        Estimate effect = event.effect();
        if (effect == null) {
            return;
        }
        if (effect.low() != null && effect.high() != null) {
            plot.canvas()
                    .line(
                            new Point(x, plot.y(effect.low())),
                            new Point(x, plot.y(effect.high())),
                            Stroke.of(Ink.BLUE, 2.2));
        }
        plot.canvas().mark(new Point(x, plot.y(effect.value())), Mark.DISC, Ink.BLUE);
    }
}
