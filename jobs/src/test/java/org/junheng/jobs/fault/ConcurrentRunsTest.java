package org.junheng.jobs.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junheng.jobs.ExitStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that publish into one folder at once: each publishes a whole run, or ends with 5 and says who holds the lock. */
class ConcurrentRunsTest {
    @TempDir
    Path folder;

    private Path out;
    private int published;
    private int busy;

    @BeforeEach
    void results() {
        out = folder.resolve("out");
    }

    @Test
    void fourAtOnce() throws Exception {
        round(0, 4);
        told();
    }

    @Test
    @Tag("faults")
    void fiftyRoundsOfTwoFourAndEightAtOnce() throws Exception {
        for (int round = 0; round < 50; round++) {
            for (int processes : new int[] {2, 4, 8}) {
                round(round, processes);
            }
        }
        told();
    }

    private void told() {
        System.out.println(
                "at once: " + published + " published, " + busy + " were told who holds the lock, 0 lost or mixed");
    }

    private void round(int round, int processes) throws Exception {
        List<Process> started = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            String id = id(round, processes, i);
            started.add(Processes.start(folder.resolve(id), Publisher.class, out.toString(), "once", id));
        }
        List<String> done = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            if (hasPublished(started.get(i), folder.resolve(id(round, processes, i)))) {
                done.add(id(round, processes, i));
            }
        }
        assertTrue(!done.isEmpty(), "nobody published");
        String seen = Generation.seen(out);
        assertTrue(done.contains(seen), () -> seen + " is seen, published were " + done);
        for (String id : done) {
            assertTrue(Files.isDirectory(out.resolve("runs").resolve(id)), id);
        }
        assertEquals(List.of("current", "runs"), Generation.left(out));
    }

    private static String id(int round, int processes, int i) {
        return "round" + round + "of" + processes + "process" + i;
    }

    private boolean hasPublished(Process process, Path told) throws IOException, InterruptedException {
        int exit = process.waitFor();
        String said = Files.readString(told);
        if (exit == ExitStatus.DONE.code()) {
            published++;
            return true;
        }
        assertEquals(ExitStatus.LOCKED.code(), exit, said);
        assertTrue(said.matches("(?s).*: process [0-9]+ on .+ since [0-9TZ:.-]+\\. .*"), said);
        busy++;
        return false;
    }
}
