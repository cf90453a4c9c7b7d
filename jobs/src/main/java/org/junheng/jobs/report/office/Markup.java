package org.junheng.jobs.report.office;

/** What the parts of a workbook have in common. */
final class Markup {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private Markup() {}

    /** A column by its letters: 0 = A. */
    static String column(int at) {
        return at < 26 ? String.valueOf((char) ('A' + at)) : column(at / 26 - 1) + (char) ('A' + at % 26);
    }
}
