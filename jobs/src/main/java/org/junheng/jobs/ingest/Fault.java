package org.junheng.jobs.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.metric.Words;

/**
 * Something wrong at a place of a delivery.
 *
 * @param row physical row, the header usually being row 1; 0 = the file as a whole
 * @param column empty = the row as a whole
 * @param value as delivered; null when it must not be shown
 * @param detail what the sentence of the rule names: a range, a row, a near name
 */
public record Fault(
        Rule rule,
        String file,
        long row,
        String column,
        @Nullable String value,
        String detail) {
    private static final int SHOWN = 40;

    static Fault of(Rule rule, String file, String detail) {
        return new Fault(rule, file, 0, "", null, detail);
    }

    /** {@code CODE file, row N, column NAME: "value" - what is wrong. Fix: what to do.} */
    public Words words() {
        return words(1);
    }

    /** The same for a fault that so many rows share. */
    Words words(long rows) {
        Words what = rule.what(detail);
        Words fix = rule.fix();
        return new Words(
                place(", 第" + row + "行", ", 列 ") + what.zh() + (rows > 1 ? "（共 " + rows + " 行）" : "") + "。改法："
                        + fix.zh() + "。",
                place(", row " + row, ", column ") + what.en() + (rows > 1 ? " (" + rows + " rows)" : "") + ". Fix: "
                        + fix.en() + ".");
    }

    Refusal refusal() {
        return new Refusal(ExitStatus.REFUSED, List.of(words()));
    }

    /** Where it stands, for a list of examples. */
    String brief() {
        String at = (row > 0 ? "row " + row : file) + (column.isEmpty() ? "" : " " + column);
        return value == null ? at : at + " " + shown(value);
    }

    private String place(String rowWords, String columnWords) {
        return rule.code() + " " + file + (row > 0 ? rowWords : "") + (column.isEmpty() ? "" : columnWords + column)
                + ": " + (value == null ? "" : shown(value) + " - ");
    }

    /** A value in quotes, cut at 40 characters, with control characters and undecodable bytes escaped. */
    static String shown(String delivered) {
        String value = StoredCell.unmarked(delivered);
        StringBuilder out = new StringBuilder("\"");
        int end = Math.min(value.length(), SHOWN);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            if (StrictReader.isBadByte(value, i)) {
                out.append(String.format("\\x%02X", c & 0xFF));
            } else if (Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || c == '\u2028'
                    || c == '\u2029') {
                out.append(String.format("\\u%04X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append(value.length() > SHOWN ? "…\"" : "\"").toString();
    }
}
