package org.junheng.jobs.report.svg;

import java.util.ArrayList;
import java.util.List;

/** What every picture has: the key above it, and its title for those who cannot see it; the page that holds the picture shows the title. */
final class Plot {
    private static final double KEY_LINE = 18;
    private static final double SWATCH = 22;
    private static final double BETWEEN = 16;

    private final String title;
    private final Canvas canvas;
    private final double width;

    Plot(String title, List<Key> keys, double height, Format format) {
        this.title = title;
        this.width = format.width();
        this.canvas = new Canvas(width, height, format.shown());
        double y = 4;
        for (List<Key> line : rows(keys, width)) {
            y += KEY_LINE;
            keys(line, y - 6);
        }
    }

    /** Where the picture below its key begins. */
    static double head(List<Key> keys, Format format) {
        return 4 + rows(keys, format.width()).size() * KEY_LINE + 6;
    }

    private static List<List<Key>> rows(List<Key> keys, double width) {
        List<List<Key>> rows = new ArrayList<>();
        double used = width;
        for (Key key : keys) {
            if (used + width(key) > width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.get(rows.size() - 1).add(key);
            used += width(key) + BETWEEN;
        }
        return rows;
    }

    private static double width(Key key) {
        return SWATCH + Lettering.width(key.words(), Type.SMALL.size());
    }

    private void keys(List<Key> row, double y) {
        double x = 0;
        for (Key key : row) {
            Point middle = new Point(x + SWATCH / 2 - 3, y - 3.5);
            if (key instanceof Key.OfMark of) {
                canvas.mark(middle, of.mark(), of.colour());
            } else if (key instanceof Key.OfLine of) {
                canvas.line(new Point(x, y - 3.5), new Point(x + SWATCH - 6, y - 3.5), of.stroke());
            } else if (key instanceof Key.OfArea of) {
                canvas.rect(new Point(x, y - 8), SWATCH - 6, 9, of.colour());
            }
            canvas.text(new Point(x + SWATCH, y), key.words(), Anchor.START, Type.SMALL);
            x += width(key) + BETWEEN;
        }
    }

    Canvas canvas() {
        return canvas;
    }

    String svg() {
        return canvas.svg(title);
    }
}
