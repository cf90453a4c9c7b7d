package org.junheng.jobs.ingest;

import java.text.Normalizer;
import java.util.Locale;

/** A heading without what carries no meaning: spaces, invisible characters, full-width forms, capitals, marks of sub-items. */
final class Spelt {
    private static final int LONGEST = 200;
    private static final int SHOWN = 40;

    private Spelt() {}

    static String key(String cell) {
        String cut = cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
        if (isPlain(cut)) {
            return cut.toLowerCase(Locale.ROOT);
        }
        if (isVisibleAscii(cut)) {
            return withoutMark(cut.toLowerCase(Locale.ROOT));
        }
        String wide = Normalizer.normalize(cut, Normalizer.Form.NFKC);
        boolean chinese = wide.codePoints().anyMatch(Character::isIdeographic);
        StringBuilder out = new StringBuilder(wide.length());
        (chinese ? wide : wide.strip())
                .codePoints()
                .filter(c -> carriesMeaning(c) || (c == ' ' && !chinese))
                .forEach(out::appendCodePoint);
        return withoutMark(out.toString().toLowerCase(Locale.ROOT));
    }

    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** Most cells that are no heading: nothing to normalise. */
    private static boolean isVisibleAscii(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean carriesMeaning(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE
                && Character.getType(c) != Character.UNASSIGNED;
    }

    /** A heading as it may be shown: in one line, without control characters. */
    static String shown(String cell) {
        String line =
                cell.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Z}]+", " ").strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    /** {@code #女}, {@code 其中:女} and {@code 其中女} are 女; the star of a column that must be filled in is no part of its name. */
    private static String withoutMark(String key) {
        String bare = key.endsWith("*") ? key.substring(0, key.length() - 1) : key;
        String rest = bare.startsWith("#") || bare.startsWith("*") ? bare.substring(1) : bare;
        rest = rest.startsWith("其中") && rest.length() > 2 ? rest.substring(2) : rest;
        return rest.startsWith(":") && rest.length() > 1 ? rest.substring(1) : rest;
    }
}
