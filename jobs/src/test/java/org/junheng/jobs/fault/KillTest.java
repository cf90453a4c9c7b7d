package org.junheng.jobs.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at random moments of a process that publishes one run after the other. */
class KillTest {
    private static final int LONGEST_WAIT = 120;

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void results() {
        out = folder.resolve("out");
    }

    @Test
    void aFewKillsDamageNothing() throws Exception {
        kills(4);
    }

    @Test
    @Tag("faults")
    void twoHundredKillsDamageNothing() throws Exception {
        kills(200);
    }

    private void kills(int rounds) throws Exception {
        Random random = new Random(20240901);
        int swept = 0;
        for (int round = 0; round < rounds; round++) {
            long published = published(random.nextInt(LONGEST_WAIT), "r" + round);
            String seen = Generation.seen(out);
            assertTrue(seen.startsWith("r" + round + "-"), () -> "after a kill: " + seen);
            long last = Long.parseLong(seen.substring(seen.indexOf('-') + 1));
            assertTrue(last == published || last == published + 1, () -> seen + ", told of " + published);
            swept += Generation.left(out).stream().anyMatch(n -> n.startsWith(".staging")) ? 1 : 0;
        }
        Generation.publish(out, "last");
        assertEquals("last", Generation.seen(out));
        assertEquals(List.of("current", "runs"), Generation.left(out));
        System.out.println("kill -9: " + rounds + " rounds, 0 damaged or mixed; " + swept + " left a run half written");
    }

    /** Kills a process some time after it has published for the first time; the last run of which it told. */
    private long published(int milliseconds, String prefix) throws IOException, InterruptedException {
        Path told = folder.resolve("told");
        Process process = Processes.start(told, Publisher.class, out.toString(), "loop", prefix);
        while (Files.size(told) == 0) {
            assertTrue(process.isAlive(), "the publisher ended by itself");
            Thread.sleep(5);
        }
        Thread.sleep(milliseconds);
        process.destroyForcibly().waitFor();
        List<String> lines = Files.readString(told).lines().toList();
        return Long.parseLong(lines.get(lines.size() - 1));
    }
}
