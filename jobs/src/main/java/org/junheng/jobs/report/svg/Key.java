package org.junheng.jobs.report.svg;

/** A line of the key: what a shape or a line in the picture stands for. */
sealed interface Key {
    String words();

    record OfMark(Mark mark, String colour, String words) implements Key {}

    record OfLine(Stroke stroke, String words) implements Key {}

    record OfArea(String colour, String words) implements Key {}
}
