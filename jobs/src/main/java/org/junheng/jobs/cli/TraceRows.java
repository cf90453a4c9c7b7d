package org.junheng.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.query.Answer;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.trace.InputRows;

/** A trace as one table for programs: a line per cell of an input row, after the numbers. */
final class TraceRows {
    private static final List<String> COLUMNS = List.of("table", "file", "row", "column", "value");

    private final List<List<Object>> rows = new ArrayList<>();

    /** A number under its key in words, as published or as computed again. */
    TraceRows number(String cell, String which, @Nullable Measures number) {
        Object value = number == null || number.value() == null ? Answer.MISSING : number.value();
        rows.add(List.of("measures", cell, Answer.MISSING, which, value));
        return this;
    }

    /** The figures and verdicts of a table of results. */
    TraceRows results(String table, Answer answer) {
        for (int row = 0; row < answer.rows().size(); row++) {
            for (int i = 0; i < answer.columns().size(); i++) {
                Object value = answer.rows().get(row).get(i);
                rows.add(
                        List.of(table, Answer.MISSING, row + 1, answer.columns().get(i), value));
            }
        }
        return this;
    }

    TraceRows inputs(List<InputRows> tables) {
        for (InputRows input : tables) {
            input.shown().rows().forEach(row -> add(input, row));
        }
        return this;
    }

    private void add(InputRows input, List<Object> row) {
        List<String> columns = input.shown().columns();
        int from = input.isCounted() ? 1 : 2;
        for (int i = from; i < row.size(); i++) {
            Object file = input.isCounted() ? Answer.MISSING : row.get(0);
            Object at = input.isCounted() ? row.get(0) : row.get(1);
            rows.add(List.of(input.table(), file, at, columns.get(i), row.get(i)));
        }
    }

    Answer answer() {
        return new Answer(COLUMNS, rows);
    }
}
