package org.junheng.jobs.ingest;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Vocabulary;

/** Reads text: names as they are, codes digit by digit. */
final class TextCells {
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+[0-9]+|[0-9]\\.[0-9]+[Ee][0-9]+");
    private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,15}\\.0");
    private static final Pattern OF_SUBJECT = Pattern.compile("(Q9:|achievement_level:)(.+)");
    private static final Set<String> MISSING = Vocabulary.words("missing").keySet();

    private TextCells() {}

    static @Nullable Object text(String cell, CellNotes notes) throws RowFault {
        String text = Spelling.text(cell, notes);
        return text.isEmpty() ? null : text;
    }

    /** A subject that the vocabulary has no word for: in lower case, so that Music and music are one. */
    static @Nullable Object subject(String cell, CellNotes notes) throws RowFault {
        String subject = Spelling.token(cell, notes);
        String known = Vocabulary.subject(subject);
        if (!known.equals(subject)) {
            notes.add(Rule.WORD_READ, known);
        }
        return known.isEmpty() ? null : known;
    }

    /** An item that a county states of a subject, {@code Q9:math}, names it as the tables do; every other item is text. */
    static @Nullable Object item(String cell, CellNotes notes) throws RowFault {
        Object item = text(cell, notes);
        Matcher ofSubject = OF_SUBJECT.matcher(item == null ? "" : item.toString());
        if (!ofSubject.matches()) {
            return item;
        }
        String known = ofSubject.group(1) + Vocabulary.subject(ofSubject.group(2));
        if (!known.equals(item)) {
            notes.add(Rule.WORD_READ, known);
        }
        return known;
    }

    static @Nullable Object code(String cell, CellNotes notes) throws RowFault {
        String code = token(cell, notes);
        if (code != null
                && code.length() > 2
                && code.charAt(0) <= '9'
                && SCIENTIFIC.matcher(code).matches()) {
            throw RowFault.ofCell(Rule.SCIENTIFIC_CODE, "");
        } else if (code != null && code.endsWith(".0") && DECIMALS.matcher(code).matches()) {
            notes.add(Rule.CODE_WITH_DECIMALS, "");
            return code.substring(0, code.length() - 2);
        }
        return code;
    }

    /** A cell without spaces and invisible characters; null when it is empty or says in words that there is nothing. */
    static @Nullable String token(String cell, CellNotes notes) throws RowFault {
        String token = Spelling.token(cell, notes);
        if (token.isEmpty()) {
            return null;
        } else if (!MISSING.contains(token)) {
            return token;
        }
        notes.add(Rule.READ_AS_MISSING, "");
        return null;
    }
}
