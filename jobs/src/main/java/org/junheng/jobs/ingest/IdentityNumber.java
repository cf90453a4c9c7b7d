package org.junheng.jobs.ingest;

import java.util.regex.Pattern;

/** Numbers that tell a person wherever they stand: the 18 digits of an identity card, also inside a pupil registration number (学籍号). */
final class IdentityNumber {
    private static final int LENGTH = 18;
    private static final Pattern NUMBER =
            Pattern.compile("[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]");
    private static final Pattern SOMEWHERE = Pattern.compile("(?<![0-9])" + NUMBER.pattern() + "(?![0-9])");

    private IdentityNumber() {}

    /** Whether a value is one, the letter of a registration number before it or not. */
    static boolean isOne(String value) {
        int letters = value.length() - LENGTH;
        return (letters == 0 || (letters == 1 && Character.isLetter(value.charAt(0))))
                && NUMBER.matcher(value.substring(letters)).matches();
    }

    /** Whether a text holds one. */
    static boolean isIn(String text) {
        return text.length() >= LENGTH && SOMEWHERE.matcher(text).find();
    }

    /** A reader of a column in which none may stand. */
    static CellReader refusedBy(CellReader reader) {
        return (cell, notes) -> {
            Object value = reader.read(cell, notes);
            if (value != null && isOne(value.toString())) {
                throw RowFault.ofCell(Rule.IDENTITY_NUMBER, "");
            }
            return value;
        };
    }
}
