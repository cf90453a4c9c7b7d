package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the official must be told of the cells of one row, kept until it is known that the row is used. */
final class CellNotes {
    private final List<Note> notes = new ArrayList<>();
    private String column = "";

    /** A cell that was read after a change without loss, or is used though it is doubtful. */
    record Note(Rule rule, String column, String detail) {}

    void begin() {
        notes.clear();
    }

    void column(String name) {
        column = name;
    }

    void add(Rule rule, String detail) {
        Note note = new Note(rule, column, detail);
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    List<Note> all() {
        return notes;
    }

    /** How exactly a date of this column was given, when it was less than a day; null = a day, or nothing was told. */
    @Nullable
    String precision(String name) {
        return notes.stream()
                .filter(n -> n.rule() == Rule.DATE_READ && n.column().equals(name))
                .map(n -> n.detail().substring(n.detail().indexOf(' ') + 1))
                .filter(word -> Character.isLetter(word.charAt(0)))
                .findFirst()
                .orElse(null);
    }
}
