package org.junheng.jobs.ingest;

import java.util.regex.Pattern;

/** Whether a row is a row of data at all, with as many cells as the header has. */
final class RowShape {
    private static final Pattern TOTAL = Pattern.compile(".{0,8}(合计|总计|小计|共计)[:：]?|(?i:(grand )?total)");

    private static final Pattern NOTE = Pattern.compile(
            "(备?注|说明|附注|填表|填报|制表|审核|负责人|单位负责人|统计负责人|联系人|数据来源|来源|报出日期)[0-9０-９人员日期时间单位]{0,4}[:：].*|注[0-9１-９]?[、.．].*");

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
                && !endsLikeNoTotal(word)
                && TOTAL.matcher(Spelt.key(word)).matches();
    }

    /** Most cells: codes end in a digit, words in a letter that total does not end in. */
    private static boolean endsLikeNoTotal(String word) {
        char last = word.charAt(word.length() - 1);
        return last < 0x80 && Character.isLetterOrDigit(last) && last != 'l' && last != 'L';
    }

    /** No note begins so. */
    private static boolean isAscii(String text) {
        return text.isEmpty() || text.charAt(0) < 0x80;
    }

    private static boolean isDigit(String text) {
        return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    /** A code that a formula did not find is no sub-item but a faulty cell. */
    private static boolean isSubItem(String first) {
        return first.startsWith("＃")
                || first.startsWith("其中")
                || (first.startsWith("#") && !Spelling.isError(first.strip()));
    }

    /**
     * Whether the row holds one sentence and nothing else, where a row of data needs more than one cell.
     *
     * @param keys how many key columns the file has
     */
    private static boolean isSentence(RawRow raw, int keys) {
        int filled = 0;
        for (int i = 0; keys > 1 && filled < 2 && i < raw.cells().size(); i++) {
            filled += raw.cells().get(i).isBlank() ? 0 : 1;
        }
        return filled == 1 && raw.first().codePoints().anyMatch(Character::isIdeographic);
    }

    /** @param keys how many key columns the file has */
    static void check(RawRow raw, Header header, int keys) throws RowFault {
        String first = raw.first();
        if (isTotal(raw)) {
            throw new RowFault(Rule.TOTAL_ROW, "", "");
        } else if (isSubItem(first)) {
            throw new RowFault(Rule.SUB_ITEM_ROW, "", "");
        } else if ((!isAscii(first) && NOTE.matcher(first).matches()) || isSentence(raw, keys)) {
            throw new RowFault(Rule.NOTE_ROW, "", "");
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
