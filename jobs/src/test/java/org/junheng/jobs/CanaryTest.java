package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.spark.sql.Row;
import org.junheng.jobs.fault.Processes;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Marked pupils, names, identity numbers and a small cell, and every byte that a run writes: tables, workbooks and documents unpacked, report,
 * quarantine, manifest, what is said, Spark's plans and its event log.
 */
class CanaryTest {
    private static final String PUPIL = "ZQX7";
    private static final String RESPONSE = "ZQX8";
    private static final String NAME = "欧阳鹮";
    private static final String NUMBER = "53990120120229";
    private static final String SMALL_CELL = "73.91373";
    private static final List<String> CANARIES = List.of(PUPIL, RESPONSE, NAME, NUMBER, SMALL_CELL);

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void delivery() throws IOException {
        Path delivery = folder.resolve("delivery");
        Simulation.write(delivery, Plan.of(40, 4, 400, 11));
        data = delivery.resolve("data");
        replace(data.resolve("pupil_scores.csv"), "(?m)^P", PUPIL + "P");
        replace(data.resolve("survey_responses.csv"), "(?m)^R", RESPONSE + "R");
        List<String> pupils = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve("pupils.csv"))) {
            pupils.add(line.replaceFirst("^P", PUPIL + "P")
                    + (pupils.isEmpty() ? ",姓名,身份证号" : "," + NAME + "," + NUMBER + (1000 + pupils.size())));
        }
        Files.write(data.resolve("pupils.csv"), pupils);
        List<String> scores = Files.readAllLines(data.resolve("pupil_scores.csv"));
        String[] good = scores.get(1).split(",", -1);
        scores.add(String.join(",", good[0] + "9", good[1], good[2], good[3], good[4], PUPIL));
        scores.add(String.join(",", good[0] + "8", PUPIL + "1", good[2], good[3], good[4], "50"));
        scores.add(String.join(",", good[0] + "7", good[1], good[2], PUPIL + "2", PUPIL + "3", "50"));
        scores.add(String.join(",", good[0], good[1], good[2], good[3], good[4], "1"));
        Files.write(data.resolve("pupil_scores.csv"), scores);
        List<String> means = Files.readAllLines(data.resolve("school_scores.csv"));
        String[] cells = means.get(1).split(",", -1);
        cells[4] = "3";
        cells[5] = SMALL_CELL;
        means.set(1, String.join(",", cells));
        Files.write(data.resolve("school_scores.csv"), means);
    }

    @Test
    @Tag("long")
    void noByteOfARunHoldsAPupil() throws Exception {
        replace(
                folder.resolve("delivery/evaluation.yaml"),
                "  pupils: data/pupils.csv",
                "  pupils: {path: data/pupils.csv, drop: [姓名, 身份证号]}");
        assertEquals(0, run(), this::said);
        List<String> leaks = leaks();
        assertEquals(List.of(), leaks);
        try (Stream<Path> events = Files.list(folder.resolve("events"))) {
            assertTrue(events.findAny().isPresent());
        }
        assertTrue(said().contains("=== Applying Rule"), "Spark told its plans");
        assertTrue(Files.exists(folder.resolve("out/current/check/quarantine/pupil_scores.csv")));
        for (String table : List.of("measures", "judgements", "quality", "model_fits")) {
            Path parquet = folder.resolve("out/current/tables").resolve(table);
            for (Row row :
                    SparkForTests.session().read().parquet(parquet.toString()).collectAsList()) {
                String text = row.toString();
                assertTrue(CANARIES.stream().noneMatch(text::contains), text);
            }
        }
    }

    /** Without a declaration the names refuse the delivery, and the refusal shows none of them. */
    @Test
    @Tag("long")
    void aRefusedRunHoldsNoneEither() throws Exception {
        assertEquals(3, run(), this::said);
        assertTrue(said().contains("H07 data/pupils.csv"), said());
        assertEquals(List.of(), leaks());
    }

    private int run() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("events"));
        Files.createDirectories(folder.resolve("scratch"));
        List<String> flags = List.of(
                "-Dspark.master=local[2]", // everything goes through the engine
                "-Dspark.eventLog.enabled=true",
                "-Dspark.eventLog.compress=false",
                "-Dspark.eventLog.dir=" + folder.resolve("events").toUri(),
                "-Dspark.sql.planChangeLog.level=error",
                "-Djava.io.tmpdir=" + folder.resolve("scratch"));
        Process process = Processes.junheng(
                flags,
                folder.resolve("said.txt"),
                "run",
                folder.resolve("delivery/evaluation.yaml").toString(),
                "--out",
                folder.resolve("out").toString());
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        return process.exitValue();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Every file beside the delivery that holds a canary, archives unpacked. */
    private List<String> leaks() throws IOException {
        List<String> leaks = new ArrayList<>();
        int read = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(folder.resolve("delivery"))) {
                    read++;
                    look(file, leaks);
                }
            }
        }
        assertTrue(read > 3, "files read: " + read);
        return leaks;
    }

    private static void look(Path file, List<String> leaks) throws IOException {
        String name = file.toString();
        if (name.matches(".*\\.(xlsx|docx)")) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        look(name + "!" + entry.getName(), in.readAllBytes(), leaks);
                    }
                }
            }
        } else {
            look(name, Files.readAllBytes(file), leaks);
        }
    }

    private static void look(String name, byte[] bytes, List<String> leaks) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        CANARIES.stream().filter(text::contains).forEach(c -> leaks.add(name + " holds " + c));
    }

    private static void replace(Path file, String pattern, String by) throws IOException {
        Files.writeString(file, Files.readString(file).replaceAll(pattern, by));
    }
}
