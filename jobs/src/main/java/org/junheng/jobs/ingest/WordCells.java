package org.junheng.jobs.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads words of a closed list, and flags. */
final class WordCells implements CellReader {
    private final Map<String, String> words = new HashMap<>();
    private final String allowed;

    WordCells(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            words.put(constant.toString(), constant.toString());
            words.put(constant.toString().toLowerCase(Locale.ROOT), constant.toString());
        }
        words.putAll(Vocabulary.words(type.getSimpleName()));
        allowed = Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    @Override
    public @Nullable Object read(String cell, CellNotes notes) throws RowFault {
        String known = words.get(cell);
        if (known != null) {
            return known;
        }
        String token = TextCells.token(cell, notes);
        if (token == null) {
            return null;
        }
        known = words.get(token);
        if (known == null) {
            throw RowFault.ofCell(Rule.UNKNOWN_WORD, allowed);
        }
        return known;
    }

    static @Nullable Object flag(String cell, CellNotes notes) throws RowFault {
        String token = TextCells.token(cell, notes);
        if (token == null || token.equals("true") || token.equals("false")) {
            return token == null ? null : (Boolean) token.equals("true");
        }
        notes.add(Rule.FLAG_SPELLINGS, "");
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "true", "1", "y", "yes", "t", "是", "√" -> (Boolean) true;
            case "false", "0", "n", "no", "f", "否", "×" -> (Boolean) false;
            default -> throw RowFault.ofCell(Rule.UNKNOWN_WORD, "true, false");
        };
    }
}
