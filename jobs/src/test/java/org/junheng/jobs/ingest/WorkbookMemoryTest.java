package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junheng.jobs.bench.WorkbookBench;
import org.junheng.jobs.fault.Processes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook is read as a stream, in a process with a heap of 256 MB. */
class WorkbookMemoryTest {
    @TempDir
    Path folder;

    @Test
    void fifteenThousandRows() throws Exception {
        read(15_000);
    }

    @Test
    @Tag("long")
    void twoHundredThousandRows() throws Exception {
        read(200_000);
    }

    private void read(int rows) throws Exception {
        Path said = folder.resolve("said.txt");
        Process process = Processes.start(said, WorkbookBench.class, String.valueOf(rows));
        assertTrue(process.waitFor(3, TimeUnit.MINUTES));
        String text = Files.readString(said);
        assertEquals(0, process.exitValue(), text);
        assertTrue(text.contains(rows + " read, " + rows + " used, 0 quarantined"), text);
        System.out.println(text.strip());
    }
}
