package org.junheng.jobs.report.svg;

import java.util.regex.Pattern;

/** Text of the reader's, or of a delivery, in an XML document: whatever stands in it stays text. */
public final class XmlText {
    /** Control characters, and halves of a character. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x{d800}-\\x{dfff}\\x{fffe}\\x{ffff}]");

    private XmlText() {}

    /** The text without what no XML document may hold. */
    public static String allowed(String text) {
        return FORBIDDEN.matcher(text).replaceAll("");
    }

    /** The text as content or attribute of markup. */
    public static String escaped(String text) {
        return allowed(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
