package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junheng.jobs.config.Input;
import org.junheng.jobs.config.Privacy;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What reading with all checks costs beside parsing, pseudonyms and storing alone: both times and their ratio are printed, the target is at most 1.5.
 * Only the account is asserted, for a time depends on the machine.
 */
class IngestSpeedTest {
    @TempDir
    Path folder;

    @Test
    @Tag("long")
    void fiveMillionScores() throws IOException {
        long rows = Long.getLong("junheng.speed.rows", 5_000_000);
        DeliveredFiles files = new DeliveredFiles(folder).input("pupil_scores", "data/pupil_scores.csv");
        try (BufferedWriter out =
                Files.newBufferedWriter(folder.resolve("data/pupil_scores.csv"), StandardCharsets.UTF_8)) {
            out.write("pupil_id,year,grade,subject,school_code,score\n");
            for (long i = 0; i < rows; i++) {
                out.write("G" + (530101201001010000L + i / 2) + ",2023,6," + (i % 2 == 0 ? "chinese" : "math") + ",S1,"
                        + i % 201 / 2.0 + "\n");
            }
        }
        long start = System.nanoTime();
        long read = parsed(folder.resolve("data/pupil_scores.csv"));
        double parsing = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        Delivery delivery = files.read();
        double checking = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d scores: parsed and stored %.1f s, with all checks %.1f s, ratio %.2f (target 1.5)%n",
                rows, parsing, checking, checking / parsing);
        assertEquals(rows, read);
        assertEquals(rows + " " + rows + " 0", DeliveredFiles.account(delivery, "pupil_scores"));
    }

    /** Cells, values, pseudonyms, storing; no check. */
    private long parsed(Path path) throws IOException {
        Schema<?> schema = Schema.of(PupilScores.class);
        SourceFile file = new SourceFile(path, "pupil_scores.csv", new Input("pupil_scores", "pupil_scores.csv", null));
        RowReader reader = new RowReader(schema, List.of(), Pseudonyms.of(Privacy.NONE, folder));
        OpenedFile opened = new OpenedFile(
                HeaderSearch.in(file, schema, new Findings("pupil_scores")).get(0), schema, reader.names());
        TableRows rows = new TableRows(reader.struct(), folder.resolve("alone.parquet"), Room.none());
        CellNotes notes = new CellNotes();
        try (SheetSource sheet = opened.rows()) {
            for (RawRow row = sheet.next(); row != null; row = sheet.next()) {
                notes.begin();
                rows.add(reader.read(row, opened.sources(), file, notes));
            }
        } catch (RowFault e) {
            throw new IllegalStateException(e);
        }
        rows.end(Set.of());
        return rows.size();
    }
}
