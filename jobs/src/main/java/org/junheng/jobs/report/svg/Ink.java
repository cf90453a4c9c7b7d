package org.junheng.jobs.report.svg;

import java.util.List;

/** Colours that keep apart on paper, in grey, and for readers who confuse red and green. */
final class Ink {
    static final String TEXT = "#1d2733";
    static final String SOFT = "#55616e";
    static final String GRID = "#e3e8ec";
    static final String AXIS = "#8a95a0";
    static final String BLUE = "#1f5fa8";
    static final String BROWN = "#a8430b";
    static final String GREY = "#8a95a0";
    static final String PALE = "#dbe6f2";
    static final String WHITE = "#ffffff";

    /** Lines of one picture in their order. */
    static final List<String> LINES =
            List.of("#1f5fa8", "#a8430b", "#2e7d5b", "#7a4aa0", "#8a6800", "#24789e", "#6b6b6b", "#c2477f");

    private Ink() {}

    static String line(int place) {
        return LINES.get(place % LINES.size());
    }
}
