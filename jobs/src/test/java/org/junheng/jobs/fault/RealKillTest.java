package org.junheng.jobs.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.publish.Fingerprint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself in processes of its own: ended at random moments, and started twice at once. */
@Tag("faults")
class RealKillTest {
    private static final int KILLS = 60;
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void results() {
        out = folder.resolve("out");
    }

    @Test
    void killedAtRandomMoments() throws Exception {
        Process first = run("S0");
        long begun = System.nanoTime();
        assertEquals(0, first.waitFor(), () -> said("S0"));
        long takes = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        Random random = new Random(11);
        Set<String> runs = new TreeSet<>(Set.of(whole()));
        int ended = 0;
        for (int i = 1; i <= KILLS; i++) {
            Process process = run("S" + i);
            if (process.waitFor(random.nextLong(takes), TimeUnit.MILLISECONDS)) {
                ended++;
            }
            process.destroyForcibly().waitFor();
            runs.add(whole());
        }
        Process last = run("last");
        assertEquals(0, last.waitFor(), () -> said("last"));
        runs.add(whole());
        assertTrue(Generation.left(out).stream().noneMatch(n -> n.startsWith(".staging") || n.startsWith(".current")));
        System.out.println("the program killed " + KILLS + " times: 0 damaged or mixed; " + ended
                + " had ended before, " + runs.size() + " runs were published");
    }

    @Test
    void startedTwiceAtOnce() throws Exception {
        int busy = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String name = "R" + round;
            Process one = run(name);
            Process other = run(name + "b");
            List<Integer> ends = List.of(one.waitFor(), other.waitFor());
            for (int exit : ends) {
                assertTrue(exit == 0 || exit == ExitStatus.LOCKED.code(), () -> said(name) + said(name + "b"));
                busy += exit == 0 ? 0 : 1;
            }
            assertTrue(ends.contains(0), ends::toString);
            whole();
        }
        System.out.println("the program started twice at once, " + ROUNDS + " rounds: " + busy
                + " were told who holds the lock, 0 lost or mixed");
    }

    private Process run(String school) throws IOException {
        Path delivery = Files.createDirectories(folder.resolve("delivery" + school));
        Files.writeString(
                delivery.resolve("schools.csv"), "school_code,year,school_type\n" + school + ",2023,PRIMARY\n");
        Path evaluation = Files.writeString(
                delivery.resolve("evaluation.yaml"),
                "evaluation: tiny\nyears: [2023]\ninputs: {schools: schools.csv}\n");
        return Processes.junheng(
                folder.resolve("said" + school), "run", evaluation.toString(), "--out", out.toString());
    }

    private String said(String school) {
        try {
            return Files.readString(folder.resolve("said" + school));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Every run that stands is whole: it has its manifest, and all rows that the manifest speaks of. */
    private String whole() throws IOException {
        Path current = out.resolve("current").toRealPath();
        try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
            for (Path run : runs.toList()) {
                String manifest = Files.readString(run.resolve("manifest.json"));
                assertTrue(manifest.contains("\"run_id\" : \"" + run.getFileName() + "\""), manifest);
                long rows = Files.readString(run.resolve("csv/measures.csv"))
                                .lines()
                                .count()
                        - 1;
                assertTrue(manifest.contains("\"measures\" : " + rows + ","), () -> rows + " rows, " + manifest);
                String school = manifest.replaceAll("(?s).*/delivery([^/\"]+)/.*", "$1");
                String input = Fingerprint.of(folder.resolve("delivery" + school + "/schools.csv"));
                assertTrue(manifest.contains(input), manifest);
                assertTrue(Files.readString(run.resolve("csv/subjects.csv")).contains("," + school + ","), school);
                assertTrue(Files.size(run.resolve("report/index.html")) > 0
                        && Files.size(run.resolve("summary.xlsx")) > 0);
            }
        }
        return String.valueOf(current.getFileName());
    }
}
