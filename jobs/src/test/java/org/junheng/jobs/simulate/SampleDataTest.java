package org.junheng.jobs.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample is what the generator draws, byte for byte; only the expected results beside it come from elsewhere. */
class SampleDataTest {
    private static final Path COMMITTED = Path.of("..", "sample-data");
    private static final Plan PLAN = Plan.of(600, 4, 12_000, 20240901);

    @Test
    void theCommittedSampleIsWhatTheGeneratorDraws(@TempDir Path folder) throws IOException {
        Simulation.write(folder, PLAN);
        List<Path> drawn = DrawnDelivery.files(folder);
        List<Path> committed = DrawnDelivery.files(COMMITTED).stream()
                .filter(f -> !f.startsWith("expected") && !f.startsWith("out"))
                .toList();
        assertEquals(drawn, committed);
        for (Path file : drawn) {
            assertEquals(-1, Files.mismatch(folder.resolve(file), COMMITTED.resolve(file)), file::toString);
        }
    }

    @Test
    void theSampleIsOfTheSizePromised() throws IOException {
        long bytes = 0;
        for (Path file : DrawnDelivery.files(COMMITTED)) {
            bytes += file.startsWith("out") ? 0 : Files.size(COMMITTED.resolve(file));
        }
        assertTrue(bytes < 8_000_000, bytes + " bytes");
        assertEquals(
                12, Delivered.of(COMMITTED.resolve("data/counties.csv")).rows().size());
    }
}
