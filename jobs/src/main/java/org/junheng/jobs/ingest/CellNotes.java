package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.List;

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

    /** Whether a date of this column was given as a month. */
    boolean isMonth(String name) {
        return notes.stream()
                .anyMatch(n -> n.rule() == Rule.DATE_READ
                        && n.column().equals(name)
                        && n.detail().endsWith("MONTH"));
    }
}
