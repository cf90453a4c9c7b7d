package org.junheng.jobs.report.svg;

/**
 * How wide a picture is drawn; letters are drawn of the same size in each.
 *
 * @param width of the whole picture
 * @param names room on the left for the names of rows; none where they stand above
 * @param said room on the right for what is said beside a row
 * @param ends room on the right for the names of lines; none where they stand in the key
 * @param shown how large it is shown, as a share of its own size
 */
public record Format(double width, double names, double said, double ends, double shown) {
    /** What fits on a screen of a desk. */
    public static final Format SHEET = new Format(660, 236, 100, 150, 1);

    /** What fits between the margins of a sheet of A4, two with their tables below each other. */
    public static final Format PRINT = new Format(660, 236, 100, 150, 0.87);

    /** What fits on the screen of a phone. */
    public static final Format PHONE = new Format(330, 0, 96, 0, 1);
}
