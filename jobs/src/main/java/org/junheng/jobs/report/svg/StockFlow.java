package org.junheng.jobs.report.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * From an opening stock to a closing one, step by step: what came, what went.
 *
 * @param words unit, and the names of a stock, of what came, of what went
 * @param steps the lines of the account between opening and closing; one of 0 is not drawn
 */
public record StockFlow(String title, Words words, Step opening, List<Step> steps, Step closing) implements Chart {
    private static final double HEIGHT = 170;
    private static final double WIDEST = 54;

    /** Unit upwards; stock; what came; what went. */
    public record Words(String unit, String stock, String came, String went) {}

    /** A line of the account: its name, its amount with its sign, how that is said, and its key where it has one. */
    public record Step(String name, double amount, String said, String key) {}

    @Override
    public String svg(Format format) {
        List<Step> moving = steps.stream().filter(step -> step.amount() != 0).toList();
        List<Double> levels = new ArrayList<>(List.of(0.0, opening.amount(), closing.amount()));
        double level = opening.amount();
        for (Step step : moving) {
            level += step.amount();
            levels.add(level);
        }
        List<Key> keys = List.of(
                new Key.OfArea(Ink.GREY, words.stock()),
                new Key.OfArea(Ink.BLUE, words.came()),
                new Key.OfArea(Ink.BROWN, words.went()));
        ColumnPlot plot =
                new ColumnPlot(title, keys, HEIGHT, 0, Scale.over(levels.stream(), 0, 1), format).axis(words.unit());
        int columns = moving.size() + 2;
        double room = plot.column(1, columns) - plot.column(0, columns);
        bar(plot, opening, plot.column(0, columns), 0, Ink.GREY, room);
        level = opening.amount();
        for (int i = 0; i < moving.size(); i++) {
            Step step = moving.get(i);
            bar(plot, step, plot.column(i + 1, columns), level, step.amount() > 0 ? Ink.BLUE : Ink.BROWN, room);
            level += step.amount();
        }
        bar(plot, closing, plot.column(columns - 1, columns), 0, Ink.GREY, room);
        return plot.level(0, Stroke.of(Ink.TEXT, 1)).svg();
    }

    private static void bar(ColumnPlot plot, Step step, double x, double from, String colour, double room) {
        double half = Math.min(WIDEST, room * 0.7) / 2;
        double top = Math.min(plot.y(from), plot.y(from + step.amount()));
        plot.canvas()
                .rect(
                        new Point(x - half, top),
                        2 * half,
                        Math.abs(plot.y(from) - plot.y(from + step.amount())),
                        colour);
        plot.canvas().text(new Point(x, top - 4), step.said(), Anchor.MIDDLE, Type.SMALL.in(Ink.TEXT));
        List<String> name = Lettering.lines(step.name(), Type.SMALL.size(), room - 2);
        plot.below(x, name.get(0));
        if (name.size() > 1) {
            plot.below(x, name.get(1), 2);
        }
    }
}
