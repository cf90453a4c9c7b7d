package org.junheng.jobs.ingest;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Vocabulary;

/** A column whose cells may hold words of the vocabulary: 七年级 for 7, 语文 for chinese, 男 for M. Each reading is told. */
final class WordedCells implements CellReader {
    private final Map<String, String> words = new TreeMap<>();
    private final CellReader plain;
    private final boolean holdsLatin;

    private WordedCells(Map<String, String> known, CellReader plain) {
        known.forEach((word, means) -> words.put(Spelt.key(word), means));
        this.plain = plain;
        this.holdsLatin = words.keySet().stream().anyMatch(WordedCells::isLatin);
    }

    /** The reader of a column that has words of this type; the plain reader where there are none. */
    static CellReader of(String type, CellReader plain) {
        Map<String, String> known = Vocabulary.words(type);
        return known.isEmpty() ? plain : new WordedCells(known, plain);
    }

    @Override
    public @Nullable Object read(String cell, CellNotes notes) throws RowFault {
        String means = !holdsLatin && isLatin(cell) ? null : words.get(Spelt.key(cell));
        if (means == null || means.equals(cell)) {
            return plain.read(cell, notes);
        }
        notes.add(Rule.WORD_READ, means);
        return plain.read(means, notes);
    }

    private static boolean isLatin(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
