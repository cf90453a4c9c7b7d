package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junheng.jobs.config.Input;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reading with all checks costs beside cutting the text into cells alone. Both times are printed. */
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
        long read = 0;
        SourceFile file = new SourceFile(
                folder.resolve("data/pupil_scores.csv"),
                "pupil_scores.csv",
                new Input("pupil_scores", "pupil_scores.csv", "UTF-8"));
        try (SheetSource sheet = Sheets.of(file).views().get(0).open()) {
            for (RawRow row = sheet.next(); row != null; row = sheet.next()) {
                read += row.cells().isEmpty() ? 0 : 1;
            }
        }
        double parsing = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        Delivery delivery = files.read();
        double checking = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d scores: cells alone %.1f s; cells, values, pseudonyms, checks, storing %.1f s%n",
                rows, parsing, checking);
        assertEquals(rows + 1, read);
        assertEquals(rows + " " + rows + " 0", DeliveredFiles.account(delivery, "pupil_scores"));
        assertTrue(checking < 10 * parsing, checking + " s");
    }
}
