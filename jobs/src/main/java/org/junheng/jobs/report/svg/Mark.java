package org.junheng.jobs.report.svg;

import java.util.List;

/** Shapes of points: told apart without colour. */
enum Mark {
    DISC,
    RING,
    SQUARE,
    UP,
    DOWN;

    /** How wide the line of a ring is: that of every line of a picture that says nothing else. */
    static final double LINE = 1.4;

    private static final double RADIUS = 3.6;
    private static final List<Mark> IN_ORDER = List.of(values());

    /** The shape of the points of a line, by its place among the lines of a picture. */
    static Mark ofLine(int place) {
        return IN_ORDER.get(place % IN_ORDER.size());
    }

    String drawn(Point at, String colour) {
        double x = at.x();
        double y = at.y();
        double r = RADIUS;
        return switch (this) {
            case DISC -> disc(at, colour);
            case RING -> ring(at, colour);
            case SQUARE -> polygon(colour, x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
            case UP -> polygon(colour, x, y - r - 1, x + r + 1, y + r, x - r - 1, y + r);
            case DOWN -> polygon(colour, x, y + r + 1, x + r + 1, y - r, x - r - 1, y - r);
        };
    }

    private static String disc(Point at, String colour) {
        return "<circle cx=\"" + Canvas.n(at.x()) + "\" cy=\"" + Canvas.n(at.y()) + "\" r=\""
                + Canvas.n(RADIUS + LINE / 2) + "\" fill=\"" + colour + "\"/>";
    }

    private static String ring(Point at, String colour) {
        return "<circle cx=\"" + Canvas.n(at.x()) + "\" cy=\"" + Canvas.n(at.y()) + "\" r=\"" + Canvas.n(RADIUS)
                + "\" fill=\"" + Ink.WHITE + "\" stroke=\"" + colour + "\"/>";
    }

    private static String polygon(String fill, double... corners) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            points.append(i == 0 ? "" : " ")
                    .append(Canvas.n(corners[i]))
                    .append(',')
                    .append(Canvas.n(corners[i + 1]));
        }
        return "<polygon points=\"" + points + "\" fill=\"" + fill + "\"/>";
    }
}
