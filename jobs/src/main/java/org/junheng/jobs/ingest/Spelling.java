package org.junheng.jobs.ingest;

import java.util.Locale;
import java.util.Set;

/** Takes what carries no meaning off a cell: spaces around it, invisible characters, full-width digits in codes and numbers. */
final class Spelling {
    private static final int LONGEST_CELL = 32_767;

    private static final Set<String> ERRORS = Set.of(
            "#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    private Spelling() {}

    /** Text for people: its letters stay as they are. */
    static String text(String cell, CellNotes notes) throws RowFault {
        String text = isPlain(cell) ? cell : clean(cell, notes);
        if (text.startsWith("#") && ERRORS.contains(text)) {
            throw RowFault.ofCell(Rule.CELL_ERROR, "");
        }
        return text;
    }

    /** A code, number, date or word. */
    static String token(String cell, CellNotes notes) throws RowFault {
        if (isPlain(cell)
                && (cell.isEmpty() || (cell.charAt(0) != '=' && cell.charAt(0) != '#' && cell.charAt(0) != '\''))) {
            return cell;
        }
        String clean = clean(cell, notes);
        if (clean.indexOf('\uFFFD') >= 0) {
            throw RowFault.ofCell(Rule.BAD_BYTE, "");
        }
        String half = halfWidth(clean, notes);
        if (isError(half)) {
            throw RowFault.ofCell(Rule.CELL_ERROR, "");
        }
        return unwrapped(half, notes);
    }

    /** What a spreadsheet shows in place of a value that it could not compute. */
    static boolean isError(String cell) {
        return cell.startsWith("#") && ERRORS.contains(cell.toUpperCase(Locale.ROOT));
    }

    private static boolean isPlain(String cell) {
        int end = cell.length() - 1;
        if (end >= LONGEST_CELL) {
            return false;
        }
        for (int i = 0; i <= end; i++) {
            char c = cell.charAt(i);
            boolean plain = (c > ' ' && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF) || (c == ' ' && i > 0 && i < end);
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String cell, CellNotes notes) throws RowFault {
        if (cell.length() > LONGEST_CELL) {
            throw RowFault.ofCell(Rule.ENDLESS_CELL, "");
        }
        StringBuilder out = new StringBuilder(cell.length());
        boolean formula = false;
        boolean merged = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == StoredCell.FORMULA) {
                formula = true;
            } else if (c == StoredCell.MERGED) {
                merged = true;
            } else if (c == StoredCell.WITHOUT_VALUE) {
                throw RowFault.ofCell(Rule.FORMULA_WITHOUT_VALUE, "");
            } else if (StrictReader.isBadByte(cell, i)) {
                throw RowFault.ofCell(Rule.BAD_BYTE, "");
            } else if (isBreak(c)) {
                out.append('\n');
            } else if (Character.isISOControl(c)) {
                throw RowFault.ofCell(Rule.CONTROL_CHARACTER, "");
            } else if (!isInvisible(c)) {
                out.append(c);
            }
        }
        String kept = strip(out);
        if (formula) {
            notes.add(Rule.FORMULA_VALUE, "");
        }
        if (merged) {
            notes.add(Rule.MERGED_CELL, "");
        }
        if (out.length() + (formula ? 1 : 0) + (merged ? 1 : 0) < cell.length() || kept.length() < out.length()) {
            notes.add(Rule.INVISIBLE, "");
        }
        if (kept.indexOf('\uFFFD') >= 0) {
            notes.add(Rule.REPLACEMENT_CHARACTER, "");
        }
        return withoutBreaks(kept, notes);
    }

    private static String withoutBreaks(String text, CellNotes notes) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        notes.add(Rule.LINE_BREAK, "");
        return text.replaceAll("\n+", " ");
    }

    private static String strip(CharSequence text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.subSequence(from, to).toString();
    }

    private static boolean isSpace(char c) {
        return c == '\n' || Character.isSpaceChar(c);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\t' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    /** Zero-width and direction marks; the joiners stay, for some scripts need them. */
    private static boolean isInvisible(char c) {
        return c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u2060'
                || c == '\uFEFF'
                || c == '\u00AD'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }

    private static String halfWidth(String text, CellNotes notes) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c);
        }
        String half = out.toString();
        if (!half.equals(text)) {
            notes.add(Rule.FULL_WIDTH, "");
        }
        return half;
    }

    /** {@code ="0053"} and {@code '0053} are how spreadsheets are told that digits are text. */
    private static String unwrapped(String text, CellNotes notes) {
        if (text.length() > 1 && text.charAt(0) == '\'' && Character.isLetterOrDigit(text.charAt(1))) {
            notes.add(Rule.FORMULA, "");
            return text.substring(1);
        } else if (text.length() < 3 || !text.startsWith("=\"") || !text.endsWith("\"")) {
            return text;
        }
        notes.add(Rule.FORMULA, "");
        return text.substring(2, text.length() - 1);
    }
}
