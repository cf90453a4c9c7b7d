package org.junheng.jobs.report.print;

import java.util.regex.Pattern;

/** Text without what no XML document may hold: control characters, and halves of a character. */
final class Plain {
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x{d800}-\\x{dfff}\\x{fffe}\\x{ffff}]");

    private Plain() {}

    static String text(String text) {
        return FORBIDDEN.matcher(text).replaceAll("");
    }
}
