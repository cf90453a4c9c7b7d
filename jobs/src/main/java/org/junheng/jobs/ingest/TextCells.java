package org.junheng.jobs.ingest;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Vocabulary;

/** Reads text: names as they are, codes digit by digit. */
final class TextCells {
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+[0-9]+|[0-9]\\.[0-9]+[Ee][0-9]+");
    private static final Set<String> MISSING = Vocabulary.words("missing").keySet();

    private TextCells() {}

    static @Nullable Object text(String cell, CellNotes notes) throws RowFault {
        String text = Spelling.text(cell, notes);
        return text.isEmpty() ? null : text;
    }

    static @Nullable Object code(String cell, CellNotes notes) throws RowFault {
        String code = token(cell, notes);
        if (code != null
                && code.length() > 2
                && code.charAt(0) <= '9'
                && SCIENTIFIC.matcher(code).matches()) {
            throw RowFault.ofCell(Rule.SCIENTIFIC_CODE, "");
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
