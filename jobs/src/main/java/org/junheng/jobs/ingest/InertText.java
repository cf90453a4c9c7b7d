package org.junheng.jobs.ingest;

import java.util.regex.Pattern;

/** Delivered text on its way into a file that a spreadsheet will open: a cell that would be run as a formula gets an apostrophe. */
public final class InertText {
    /** Numbers, and a sign alone, are run by nobody. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?%?|[-+=]");

    private static final int LONGEST = 32_000;

    private InertText() {}

    public static String of(String delivered) {
        String cell = StoredCell.unmarked(delivered);
        String cut = cell.length() > LONGEST ? cell.substring(0, LONGEST) + "…" : cell;
        boolean runs = !cut.isEmpty() && "=+-@\t\r\n".indexOf(cut.charAt(0)) >= 0;
        return escaped(runs && !NUMBER.matcher(cut).matches() ? "'" + cut : cut);
    }

    /** Control characters and undecodable bytes as they are written in messages. */
    private static String escaped(String cell) {
        return needsEscape(cell) ? rewritten(cell) : cell;
    }

    private static boolean needsEscape(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < ' ' || (c >= 0x7F && (Character.isISOControl(c) || StrictReader.isBadByte(cell, i)))) {
                return true;
            }
        }
        return false;
    }

    private static String rewritten(String cell) {
        StringBuilder out = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (StrictReader.isBadByte(cell, i)) {
                out.append(String.format("\\x%02X", c & 0xFF));
            } else if (Character.isISOControl(c) && c != '\n') {
                out.append(String.format("\\u%04X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
