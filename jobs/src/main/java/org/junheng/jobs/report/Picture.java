package org.junheng.jobs.report;

import org.junheng.jobs.report.svg.Chart;
import org.junheng.jobs.report.svg.Format;

/** A picture, and the numbers behind it. */
public record Picture(Chart chart, Grid numbers) {
    /** As it is shown on a wide screen. */
    public String wide() {
        return chart.svg(Format.SHEET);
    }

    /** As it is printed. */
    public String printed() {
        return chart.svg(Format.PRINT);
    }

    /** As it is shown on the screen of a phone. */
    public String narrow() {
        return chart.svg(Format.PHONE);
    }
}
