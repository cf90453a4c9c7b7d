package org.junheng.jobs.report.svg;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The markup of one picture: shapes in the order in which they were drawn. Whatever text is put into it stays text. */
final class Canvas {
    private static final String FONTS =
            "'Noto Sans SC','PingFang SC','Microsoft YaHei','Noto Sans CJK SC','WenQuanYi Zen Hei',sans-serif";

    private final StringBuilder drawn = new StringBuilder();
    private final double width;
    private final double height;
    private final double shown;

    /** @param shown how large the picture is shown, as a share of its own size */
    Canvas(double width, double height, double shown) {
        this.width = width;
        this.height = height;
        this.shown = shown;
    }

    Canvas line(Point from, Point to, Stroke stroke) {
        return shape("<line x1=\"" + n(from.x()) + "\" y1=\"" + n(from.y()) + "\" x2=\"" + n(to.x()) + "\" y2=\""
                + n(to.y()) + "\"" + stroked(stroke) + "/>");
    }

    Canvas path(List<Point> points, Stroke stroke) {
        return points.size() < 2
                ? this
                : shape("<polyline points=\"" + points(points) + "\" fill=\"none\"" + stroked(stroke) + "/>");
    }

    /** From one height to another at one place. */
    record Span(double x, double from, double to) {}

    /** Many uprights as one shape. */
    Canvas uprights(List<Span> spans, Stroke stroke) {
        return path(spans.stream().map(s -> "M" + n(s.x()) + "," + n(s.from()) + "V" + n(s.to())), stroke, "");
    }

    /** Many round dots, as wide as the stroke, as one shape. */
    Canvas dots(List<Point> points, Stroke stroke) {
        return path(
                points.stream().map(p -> "M" + n(p.x()) + "," + n(p.y()) + "h0"), stroke, " stroke-linecap=\"round\"");
    }

    private Canvas path(Stream<String> pieces, Stroke stroke, String ends) {
        String way = pieces.collect(Collectors.joining());
        return way.isEmpty() ? this : shape("<path d=\"" + way + "\" fill=\"none\"" + stroked(stroke) + ends + "/>");
    }

    Canvas area(List<Point> points, String fill) {
        return shape("<polygon points=\"" + points(points) + "\" fill=\"" + fill + "\"/>");
    }

    Canvas rect(Point corner, double across, double down, String fill) {
        return shape("<rect x=\"" + n(corner.x()) + "\" y=\"" + n(corner.y()) + "\" width=\"" + n(Math.max(0, across))
                + "\" height=\"" + n(Math.max(0, down)) + "\" fill=\"" + fill + "\"/>");
    }

    Canvas mark(Point at, Mark mark, String colour) {
        return shape(mark.drawn(at, colour));
    }

    Canvas text(Point at, String text, Anchor anchor, Type type) {
        return shape("<text x=\"" + n(at.x()) + "\" y=\"" + n(at.y()) + "\"" + set(anchor, type) + ">"
                + XmlText.escaped(text) + "</text>");
    }

    /** What a text does not take from the picture. */
    private static String set(Anchor anchor, Type type) {
        return (anchor == Anchor.START ? "" : " text-anchor=\"" + anchor.attribute() + "\"")
                + (type.size() == Type.SMALL.size() ? "" : " font-size=\"" + n(type.size()) + "\"")
                + (type.colour().equals(Type.SMALL.colour()) ? "" : " fill=\"" + type.colour() + "\"");
    }

    /** The whole picture under its title. */
    String svg(String title) {
        String name = XmlText.escaped(title);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + n(Math.rint(width * shown)) + "\" height=\""
                + n(Math.rint(height * shown))
                + "\" viewBox=\"0 0 " + n(width) + " " + n(height) + "\" role=\"img\" aria-label=\"" + name
                + "\" font-family=\"" + FONTS + "\" font-size=\"" + n(Type.SMALL.size()) + "\" fill=\""
                + Type.SMALL.colour()
                + "\" stroke-width=\"" + n(Mark.LINE) + "\"><title>" + name + "</title>" + drawn + "</svg>";
    }

    private Canvas shape(String markup) {
        drawn.append(markup);
        return this;
    }

    private static String stroked(Stroke stroke) {
        String dash = stroke.dash().isEmpty() ? "" : "\" stroke-dasharray=\"" + stroke.dash();
        return " stroke=\"" + stroke.colour() + "\" stroke-width=\"" + n(stroke.width()) + dash + "\"";
    }

    private static String points(List<Point> points) {
        return points.stream().map(p -> n(p.x()) + "," + n(p.y())).collect(Collectors.joining(" "));
    }

    /** A length with at most one decimal; a picture has many thousands. */
    static String n(double length) {
        long tenths = (long) Math.rint(length * 10);
        long whole = Math.abs(tenths / 10);
        long rest = Math.abs(tenths % 10);
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }
}
