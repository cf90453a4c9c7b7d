package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;

/** The rows of a table once more, as they stand in its files. Some that were asked for are remembered, so that the files need not be read a third time. */
final class LaterReading {
    private static final int REMEMBERED = 10_000;

    private final List<OpenedFile> files;
    private final Findings findings;
    private final Map<Place, Remembered> remembered = new LinkedHashMap<>();

    private record Remembered(RawRow raw, OpenedFile file) {}

    /** Is shown a row, and which of the table it is. */
    private interface Visitor {
        void visit(int row, RawRow raw, OpenedFile file);
    }

    LaterReading(List<OpenedFile> files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Shows all rows, before anybody has counted them. */
    void all(BiConsumer<RawRow, OpenedFile> shown) {
        visit((row, raw, file) -> shown.accept(raw, file));
    }

    /** Shows those rows of the table that are asked for by their number. */
    void some(IntPredicate asked, BiConsumer<RawRow, OpenedFile> shown) {
        sameRows((row, raw, file) -> {
            if (asked.test(row)) {
                if (remembered.size() < REMEMBERED) {
                    remembered.put(place(raw, file), new Remembered(raw, file));
                }
                shown.accept(raw, file);
            }
        });
    }

    /** Shows the rows at some places, in the order in which they stand. */
    void at(Set<Place> places, BiConsumer<RawRow, OpenedFile> shown) {
        if (remembered.keySet().containsAll(places)) {
            remembered.forEach((place, row) -> {
                if (places.contains(place)) {
                    shown.accept(row.raw(), row.file());
                }
            });
            return;
        }
        sameRows((row, raw, file) -> {
            if (places.contains(place(raw, file))) {
                shown.accept(raw, file);
            }
        });
    }

    private static Place place(RawRow raw, OpenedFile file) {
        return new Place(file.source().shown(), raw.number());
    }

    /** A file with fewer or more rows than before was changed meanwhile. */
    private void sameRows(Visitor visitor) {
        int rows = visit(visitor);
        if (rows != findings.rowsIn()) {
            String file = files.get(0).source().shown();
            throw Fault.of(Rule.ACCOUNT, file, findings.rowsIn() + " <> " + rows)
                    .refusal();
        }
    }

    private int visit(Visitor visitor) {
        int rows = 0;
        for (OpenedFile file : files) {
            try (SheetSource sheet = file.rows()) {
                for (RawRow raw = sheet.next(); raw != null; raw = sheet.next()) {
                    if (!raw.isBlank()) {
                        rows++;
                        visitor.visit(rows, raw, file);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return rows;
    }
}
