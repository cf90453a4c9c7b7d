package org.junheng.jobs.report.svg;

/** A picture: what it shows is in its record, how it looks is the same on every page. */
public sealed interface Chart permits Caterpillar, Dumbbell, EventStudy, Rates, Spread, StockFlow, Trend {
    /** What is drawn, in the words of the reader. */
    String title();

    /** The picture as one {@code svg} element that fetches nothing; its title is not drawn, but stands in it for those who cannot see it. */
    default String svg() {
        return svg(Format.SHEET);
    }

    /** The picture in a format. */
    String svg(Format format);
}
