package org.junheng.jobs.ingest;

import java.util.regex.Pattern;

/** Whether a row is a row of data at all, with as many cells as the header has. */
final class RowShape {
    private static final Pattern TOTAL =
            Pattern.compile("(全县|全市|全省|全区|本县|县)?(合\\s*计|总\\s*计|小\\s*计|共\\s*计)[:：]?|(?i:(grand )?total)");

    private RowShape() {}

    private static boolean isDigit(String text) {
        return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    static void check(RawRow raw, Header header) throws RowFault {
        String first = raw.first();
        if (first.length() <= 12 && !isDigit(first) && TOTAL.matcher(first).matches()) {
            throw new RowFault(Rule.TOTAL_ROW, "", "");
        } else if (header.isRepeatedBy(raw)) {
            throw new RowFault(Rule.HEADER_AGAIN, "", "");
        }
        int width = header.width();
        if (raw.cells().size() < width
                || raw.holdsMoreThan(Math.max(width, header.names().size()))) {
            throw new RowFault(Rule.ROW_LENGTH, "", raw.cells().size() + " / " + width);
        }
    }
}
