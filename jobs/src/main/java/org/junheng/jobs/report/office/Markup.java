package org.junheng.jobs.report.office;

import java.util.regex.Pattern;

/** Text as content or attribute of a part: whatever stands in it stays text. */
final class Markup {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x{d800}-\\x{dfff}\\x{fffe}\\x{ffff}]");

    private Markup() {}

    static String escaped(String text) {
        return FORBIDDEN
                .matcher(text)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A column by its letters: 0 = A. */
    static String column(int at) {
        return at < 26 ? String.valueOf((char) ('A' + at)) : column(at / 26 - 1) + (char) ('A' + at % 26);
    }
}
