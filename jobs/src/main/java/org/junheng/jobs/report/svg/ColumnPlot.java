package org.junheng.jobs.report.svg;

import java.util.List;

/** A picture with numbers upwards and years, events or ranks to the right. */
final class ColumnPlot {
    private static final double LEFT = 52;
    private static final double BOTTOM = 40;
    private static final double UNIT = 20;

    private final Plot plot;
    private final double top;
    private final double right;

    /** Places from the bottom of the picture to its top. */
    private final Scale scale;

    private final double foot;

    /** @param besides room on the right, for names of lines */
    ColumnPlot(String title, List<Key> keys, double height, double besides, Scale numbers, Format format) {
        this.top = Plot.head(keys, format) + UNIT;
        this.foot = top + height;
        this.right = format.width() - besides - 6;
        this.plot = new Plot(title, keys, foot + BOTTOM, format);
        this.scale = new Scale(numbers.low(), numbers.high(), numbers.step(), foot, top);
    }

    /** Lines at round numbers with their marks on the left, and the unit above them. */
    ColumnPlot axis(String unit) {
        for (double mark : scale.marks()) {
            double y = scale.at(mark);
            canvas().line(new Point(LEFT, y), new Point(right, y), Stroke.of(Ink.GRID, 1));
            canvas().text(new Point(LEFT - 6, y + 3.5), scale.shown(mark), Anchor.END, Type.SMALL);
        }
        canvas().text(new Point(0, top - 12), unit, Anchor.START, Type.SMALL);
        return this;
    }

    ColumnPlot below(double x, String words) {
        return below(x, words, 1);
    }

    /** Words in one of the lines below a column. */
    ColumnPlot below(double x, String words, int line) {
        canvas().text(new Point(x, foot + 2 + 12 * line), words, Anchor.MIDDLE, Type.SMALL);
        return this;
    }

    /** What the columns are. */
    ColumnPlot across(String words) {
        canvas().text(new Point((LEFT + right) / 2, foot + 30), words, Anchor.MIDDLE, Type.SMALL);
        return this;
    }

    ColumnPlot level(double number, Stroke stroke) {
        if (scale.holds(number)) {
            canvas().line(new Point(LEFT, y(number)), new Point(right, y(number)), stroke);
        }
        return this;
    }

    ColumnPlot upright(double x, Stroke stroke) {
        canvas().line(new Point(x, top), new Point(x, foot), stroke);
        return this;
    }

    /** Many uprights from bottom to top. */
    ColumnPlot uprights(List<Double> places, Stroke stroke) {
        canvas().uprights(
                        places.stream().map(x -> new Canvas.Span(x, top, foot)).toList(), stroke);
        return this;
    }

    /** The middle of one of so many columns of equal width. */
    double column(int at, int of) {
        return LEFT + (right - LEFT) * (at + 0.5) / of;
    }

    double y(double number) {
        return scale.at(number);
    }

    double right() {
        return right;
    }

    Canvas canvas() {
        return plot.canvas();
    }

    String svg() {
        return plot.svg();
    }
}
