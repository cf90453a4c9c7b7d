package org.junheng.jobs.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junheng.jobs.publish.Fingerprint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that is set back or forward, or a machine that wakes in another year: the newest run is current, and its bytes know no time. */
class ClockTest {
    private static final Path FAKETIME = Path.of("/usr/bin/faketime");

    @TempDir
    Path folder;

    @BeforeEach
    void delivery() throws IOException {
        assumeTrue(Files.isExecutable(FAKETIME), "faketime is not on this machine");
        Files.writeString(
                folder.resolve("evaluation.yaml"),
                "evaluation: clock\nyears: [2023]\ninputs: {schools: schools.csv}\n");
        deliver("PRIMARY");
    }

    private void deliver(String type) throws IOException {
        Files.writeString(
                folder.resolve("schools.csv"), "school_code,year,school_type\nS1,2023,PRIMARY\nS2,2023," + type + "\n");
    }

    /** The names of the runs in the order in which their clocks told them to be made. */
    @Test
    void theRunThatWasMadeLastIsCurrentWhateverItsClockSaid() throws Exception {
        String first = run("2026-11-26 02:00:00");
        SortedMap<String, String> bytes = tables();
        deliver("JUNIOR");
        String corrected = run("2019-02-28 23:59:59");
        assertTrue(!corrected.equals(first), corrected);
        deliver("PRIMARY");
        assertEquals(first, run("2099-03-29 02:30:00"));
        assertEquals(bytes, tables());
    }

    @Test
    void theSameBytesInAnyYear() throws Exception {
        run("2024-02-29 12:00:00");
        SortedMap<String, String> bytes = tables();
        for (String time : List.of("1999-12-31 23:59:59", "2038-01-20 00:00:00")) {
            run(time, "--anew");
            assertEquals(bytes, tables(), time);
        }
    }

    private String run(String time, String... options) throws Exception {
        Path said = folder.resolve("said");
        List<String> program = Processes.command(Stream.concat(
                        Stream.of(
                                "run",
                                folder.resolve("evaluation.yaml").toString(),
                                "--out",
                                folder.resolve("out").toString()),
                        Stream.of(options))
                .toArray(String[]::new));
        List<String> command = Stream.concat(Stream.of(FAKETIME.toString(), time), program.stream())
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertEquals(0, process.waitFor(), Files.readString(said));
        return String.valueOf(folder.resolve("out/current").toRealPath().getFileName());
    }

    private SortedMap<String, String> tables() throws IOException {
        SortedMap<String, String> tables = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder.resolve("out/current/csv"))) {
            all.forEach(file -> tables.put(String.valueOf(file.getFileName()), Fingerprint.of(file)));
        }
        return tables;
    }
}
