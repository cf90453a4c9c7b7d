package org.junheng.jobs.ingest;

import java.util.regex.Pattern;

/** Whether a row is a row of data at all, with as many cells as the header has. */
final class RowShape {
    private static final Pattern TOTAL = Pattern.compile("(全县|全市|全省|全区|本县|县)?(合计|总计|小计|共计)[:：]?|(?i:(grand )?total)");

    private static final int LOOKED_AT = 3;

    private RowShape() {}

    /** Whether one of the first cells that hold something says so. */
    private static boolean isTotal(RawRow raw) {
        int looked = 0;
        for (String cell : raw.cells()) {
            if (!cell.isBlank() && looked++ < LOOKED_AT && isTotal(cell.strip())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTotal(String word) {
        return word.length() <= 12
                && !isDigit(word)
                && TOTAL.matcher(Spelt.key(word)).matches();
    }

    private static boolean isDigit(String text) {
        return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    static void check(RawRow raw, Header header) throws RowFault {
        String first = raw.first();
        if (isTotal(raw)) {
            throw new RowFault(Rule.TOTAL_ROW, "", "");
        } else if (first.startsWith("#") || first.startsWith("＃") || first.startsWith("其中")) {
            throw new RowFault(Rule.SUB_ITEM_ROW, "", "");
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
