package org.junheng.jobs.report.svg;

/**
 * How a line is drawn.
 *
 * @param dash lengths of strokes and gaps; empty for a whole line
 */
record Stroke(String colour, double width, String dash) {
    static Stroke of(String colour, double width) {
        return new Stroke(colour, width, "");
    }

    Stroke dashed() {
        return new Stroke(colour, width, "5 3");
    }
}
