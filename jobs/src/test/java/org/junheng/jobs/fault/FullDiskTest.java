package org.junheng.jobs.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.Runs;
import org.junheng.jobs.publish.Fingerprint;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on a small disk that fills up, or may only be read. Skipped where this user may not mount one. */
class FullDiskTest {
    private static final String SCHOOLS = "school_code,year,school_type\n";

    @TempDir
    Path folder;

    private Path disk;
    private Path evaluation;

    @BeforeEach
    void mounted() throws Exception {
        disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()), "no right to mount");
        evaluation = Files.writeString(
                folder.resolve("evaluation.yaml"), "evaluation: tiny\nyears: [2023]\ninputs: {schools: schools.csv}\n");
    }

    @AfterEach
    void unmounted() throws Exception {
        done("umount", disk.toString());
    }

    @Test
    void aDiskThatIsFullOrMayOnlyBeReadKeepsTheOldResult() throws Exception {
        levels(1);
        delivered("S3,2023,PRIMARY");
        assertTrue(done("mount", "-o", "remount,ro", disk.toString()));
        SortedMap<String, String> before = files(disk.resolve("out/current").toRealPath());
        assertEquals(ExitStatus.STORAGE, ended());
        assertEquals(before, files(disk.resolve("out/current").toRealPath()));
    }

    @Test
    void whatAnEngineKeepsBetweenItsStagesFindsNoSpace() throws Exception {
        Simulation.write(folder.resolve("province"), Plan.of(40, 4, 300, 3));
        fill(100_000);
        Path said = folder.resolve("said");
        Process run = Processes.junheng(
                List.of("-Dspark.master=local[2]", "-Djava.io.tmpdir=" + disk),
                said,
                "run",
                folder.resolve("province/evaluation.yaml").toString(),
                "--out",
                folder.resolve("results").toString());
        int exit = run.waitFor();
        assertEquals(ExitStatus.STORAGE.code(), exit, Files.readString(said));
        assertTrue(
                Files.readString(said).contains("无法写入 " + disk + "(No space left on device)"), Files.readString(said));
        assertEquals(List.of("junheng.prom"), Generation.left(folder.resolve("results")));
    }

    @Test
    @Tag("faults")
    void thirtyFillLevelsKeepTheOldResult() throws Exception {
        levels(30);
        Files.delete(disk.resolve("filler"));
        assertEquals(ExitStatus.DONE, ended());
    }

    /** The space that is left grows from little to nearly what a run needs. */
    private void levels(int levels) throws Exception {
        delivered("S1,2023,PRIMARY");
        Path out = disk.resolve("out");
        Path old = Runs.of(evaluation, out);
        SortedMap<String, String> before = files(old);
        long size = bytes(old);
        delivered("S2,2023,PRIMARY");
        for (int level = 0; level < levels; level++) {
            fill((2L * level + 1) * size / (2L * levels));
            assertEquals(ExitStatus.STORAGE, ended(), "level " + level);
            assertEquals(old.toRealPath(), out.resolve("current").toRealPath());
            assertEquals(before, files(old), "level " + level);
            assertTrue(Generation.left(out).stream().noneMatch(n -> n.startsWith(".staging")), "level " + level);
        }
        System.out.println("full disk: " + levels + " of " + levels + " fill levels kept the old result");
    }

    private void delivered(String row) throws IOException {
        Files.writeString(folder.resolve("schools.csv"), SCHOOLS + row + "\n");
    }

    private ExitStatus ended() {
        try {
            Runs.of(evaluation, disk.resolve("out"));
            return ExitStatus.DONE;
        } catch (Refusal e) {
            String said = e.sentences().get(0).en();
            assertTrue(said.contains(disk.toString()) && said.contains("MB are free"), said);
            return e.status();
        }
    }

    /** Fills the disk but for some bytes. */
    private void fill(long left) throws IOException {
        Path filler = disk.resolve("filler");
        Files.deleteIfExists(filler);
        long free = Files.getFileStore(disk).getUsableSpace() - left;
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (long i = 0; i < free / block.length; i++) {
                out.write(block);
            }
        }
    }

    private static SortedMap<String, String> files(Path run) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(run)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(run.relativize(file).toString(), Fingerprint.of(file));
            }
        }
        return files;
    }

    private static long bytes(Path run) throws IOException {
        long sum = 0;
        for (Map.Entry<String, String> file : files(run).entrySet()) {
            sum += Files.size(run.resolve(file.getKey()));
        }
        return sum;
    }

    private static boolean done(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }
}
