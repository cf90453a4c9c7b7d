package org.junheng.jobs.ingest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Vocabulary;

/** Reads words of a closed list, and flags. */
final class WordCells implements CellReader {
    private static final Map<String, String> FLAGS = Vocabulary.words("flag");
    private static final Map<String, Boolean> FLAG_DIGITS = Map.of("1", true, "1.0", true, "0", false, "0.0", false);

    private final Set<String> constants = new HashSet<>();
    private final Map<String, String> words = new HashMap<>();
    private final String allowed;

    WordCells(Class<?> type) {
        Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(constants::add);
        constants.forEach(c -> words.put(c, c));
        words.putAll(Vocabulary.words(type.getSimpleName()));
        allowed = Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    @Override
    public @Nullable Object read(String cell, CellNotes notes) throws RowFault {
        if (constants.contains(cell)) {
            return cell;
        }
        String token = TextCells.token(cell, notes);
        if (token == null || constants.contains(token)) {
            return token;
        }
        String known = words.get(capitals(token).replace('-', '_').replace(' ', '_'));
        if (known == null) {
            throw RowFault.ofCell(Rule.UNKNOWN_WORD, allowed);
        }
        notes.add(Rule.WORD_READ, known);
        return known;
    }

    static @Nullable Object flag(String cell, CellNotes notes) throws RowFault {
        String token = TextCells.token(cell, notes);
        if (token == null || token.equals("true") || token.equals("false")) {
            return token == null ? null : (Boolean) token.equals("true");
        }
        notes.add(Rule.FLAG_SPELLINGS, "");
        Boolean digit = FLAG_DIGITS.get(token);
        String word = FLAGS.get(capitals(token));
        if (digit == null && word == null) {
            throw RowFault.ofCell(Rule.UNKNOWN_WORD, "true, false");
        }
        return digit == null ? Boolean.valueOf(word) : digit;
    }

    private static String capitals(String token) {
        return token.toUpperCase(Locale.ROOT);
    }
}
