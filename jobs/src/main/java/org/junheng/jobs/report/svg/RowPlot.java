package org.junheng.jobs.report.svg;

import java.util.List;
import java.util.function.DoubleFunction;

/** A picture of rows: a name on the left or above, a number on a common scale, what else is to say on the right. */
final class RowPlot {
    private static final double ROW = 19;
    private static final double NAME = 15;
    private static final double MARGIN = 14;
    private static final double BOTTOM = 34;
    private static final double BESIDE = 8;

    private final Plot plot;
    private final Scale scale;
    private final double above;
    private final double top;
    private final double foot;
    private final double left;
    private final double right;
    private final double width;
    private final List<String> said;

    /**
     * @param numbers the scale of the numbers; where it lies in the picture follows from the format
     * @param said what is said beside each row; it has all the room that it needs, up to half of the picture
     */
    RowPlot(String title, List<Key> keys, Scale numbers, List<String> said, Format format) {
        double head = Plot.head(keys, format);
        this.above = format.names() == 0 ? NAME : 0;
        this.left = format.names() == 0 ? MARGIN : format.names();
        this.width = format.width();
        this.said = said;
        this.right = width - Math.min(width / 2, Math.max(format.said(), BESIDE + widest(said)));
        this.scale = new Scale(numbers.low(), numbers.high(), numbers.step(), left, right);
        this.top = head + above + ROW / 2;
        this.foot = head + said.size() * (above + ROW) + 2;
        this.plot = new Plot(title, keys, foot + BOTTOM, format);
    }

    private static double widest(List<String> said) {
        return said.stream()
                .mapToDouble(words -> Lettering.width(words, Type.SMALL.size()))
                .max()
                .orElse(0);
    }

    /** Grid, marks below it, and the unit. */
    RowPlot axis(DoubleFunction<String> shown, String unit) {
        for (double mark : scale.marks()) {
            double x = scale.at(mark);
            canvas().line(new Point(x, top - ROW / 2), new Point(x, foot), Stroke.of(Ink.GRID, 1));
            canvas().text(new Point(x, foot + 13), shown.apply(mark), Anchor.MIDDLE, Type.SMALL);
        }
        canvas().text(new Point((left + right) / 2, foot + 28), unit, Anchor.MIDDLE, Type.SMALL);
        return this;
    }

    /** A line at one number through all rows. */
    RowPlot upright(double number, Stroke stroke) {
        if (scale.holds(number)) {
            double x = scale.at(number);
            canvas().line(new Point(x, top - ROW / 2), new Point(x, foot), stroke);
        }
        return this;
    }

    RowPlot named(int row, String name) {
        double size = Type.LABEL.size();
        if (above > 0) {
            nameAbove(row, Lettering.fitting(name, size, width));
        } else {
            canvas().text(
                            new Point(left - BESIDE, y(row) + 4),
                            Lettering.fitting(name, size, left - 2 * BESIDE),
                            Anchor.END,
                            Type.LABEL);
        }
        canvas().text(
                        new Point(right + BESIDE, y(row) + 4),
                        Lettering.fitting(said.get(row), Type.SMALL.size(), width - right - BESIDE),
                        Anchor.START,
                        Type.SMALL);
        return this;
    }

    /** On a ground that keeps it clear of the lines through all rows. */
    private void nameAbove(int row, String name) {
        double line = y(row) - ROW / 2 - 2;
        double size = Type.LABEL.size();
        canvas().rect(new Point(0, line - size), Lettering.width(name, size) + 2, size + 3, Ink.WHITE)
                .text(new Point(0, line), name, Anchor.START, Type.LABEL);
    }

    RowPlot between(int row, double low, double high, Stroke stroke) {
        canvas().line(at(low, row), at(high, row), stroke);
        return this;
    }

    RowPlot mark(int row, double number, Mark mark, String colour) {
        canvas().mark(at(number, row), mark, colour);
        return this;
    }

    /** A filled piece of one row between two numbers. */
    RowPlot block(int row, double low, double high, String colour) {
        double across = scale.at(high) - scale.at(low);
        canvas().rect(new Point(scale.at(low), y(row) - ROW / 2 + 3), across, ROW - 6, colour);
        return this;
    }

    /** A short line across one row. */
    RowPlot tick(int row, double number, Stroke stroke) {
        double x = scale.at(number);
        canvas().line(new Point(x, y(row) - ROW / 2 + 2), new Point(x, y(row) + ROW / 2 - 2), stroke);
        return this;
    }

    String svg() {
        return plot.svg();
    }

    private Point at(double number, int row) {
        return new Point(scale.at(number), y(row));
    }

    private double y(int row) {
        return top + row * (above + ROW);
    }

    private Canvas canvas() {
        return plot.canvas();
    }
}
