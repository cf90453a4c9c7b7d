package org.junheng.jobs.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries and results on another file system than the machine's own: {@code file://} renames, {@code other://} replaces objects. */
class WorkplaceTest {
    @TempDir
    Path folder;

    @BeforeEach
    void known() {
        System.setProperty("spark.hadoop.fs.other.impl", OtherFileSystem.class.getName());
    }

    @AfterEach
    void forgotten() {
        System.clearProperty("spark.hadoop.fs.other.impl");
    }

    private String uri(String scheme, String name) {
        return scheme + "://" + folder.resolve(name);
    }

    /** A run of some files, published; how it is seen from outside. */
    private String published(String scheme, String id) throws IOException {
        try (Workplace place = Workplace.of(uri(scheme, "delivery/evaluation.yaml"), uri(scheme, "out"))) {
            Path out = place.out(folder);
            Path run = Files.createDirectories(out.resolve("runs").resolve(id));
            Files.createDirectories(run.resolve("csv"));
            Files.writeString(run.resolve("csv/measures.csv"), id);
            Files.writeString(run.resolve("manifest.json"), "{}");
            Files.writeString(out.resolve("junheng.prom"), id);
            place.publish(run);
            return place.shown(run);
        }
    }

    private void delivered() throws IOException {
        Files.createDirectories(folder.resolve("delivery/data"));
        Files.writeString(folder.resolve("delivery/evaluation.yaml"), "evaluation: e");
        Files.writeString(folder.resolve("delivery/data/schools.csv"), "school_code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "other"})
    void aRunAppearsWithItsPointerAndTheLockIsGone(String scheme) throws IOException {
        delivered();
        assertEquals(uri(scheme, "out/runs/one"), published(scheme, "one"));
        published(scheme, "two");
        assertEquals("runs/two\n", Files.readString(folder.resolve("out/current")));
        assertEquals("one", Files.readString(folder.resolve("out/runs/one/csv/measures.csv")));
        assertEquals("two", Files.readString(folder.resolve("out/runs/two/csv/measures.csv")));
        assertEquals(List.of("current", "junheng.prom", "runs"), names("out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "other"})
    void whatAnInterruptedRunLeftIsNoRun(String scheme) throws IOException {
        delivered();
        Files.createDirectories(folder.resolve("out/.staging-dead"));
        Files.createDirectories(folder.resolve("out/runs/one/csv"));
        Files.writeString(folder.resolve("out/runs/one/csv/old.csv"), "half");
        published(scheme, "one");
        assertFalse(Files.exists(folder.resolve("out/runs/one/csv/old.csv")));
        assertEquals(List.of("current", "junheng.prom", "runs"), names("out"));
    }

    @Test
    void theDeliveryIsFetchedWithoutTheResultsAndTheCopyIsGoneInTheEnd() throws IOException {
        delivered();
        Files.createDirectories(folder.resolve("delivery/out/runs/old"));
        Path copy;
        try (Workplace place = Workplace.of(uri("other", "delivery/evaluation.yaml"), null)) {
            copy = place.evaluation();
            assertEquals("school_code", Files.readString(copy.resolveSibling("data/schools.csv")));
            assertFalse(Files.exists(copy.resolveSibling("out")));
            Path out = place.out(copy.getParent());
            assertEquals(uri("other", "delivery/out") + "/check", place.shown(out.resolve("check")));
            assertTrue(Files.exists(folder.resolve("delivery/out/.lock")));
        }
        assertFalse(Files.exists(copy));
        assertFalse(Files.exists(folder.resolve("delivery/out/.lock")));
    }

    /** What the next run is compared with: its account and its numbers, under the pointer of this machine. */
    @Test
    void theRunBeforeIsBrought() throws IOException {
        delivered();
        published("file", "one");
        Files.createDirectories(folder.resolve("out/runs/one/check/csv"));
        Files.writeString(folder.resolve("out/runs/one/check/csv/quality.csv"), "account");
        try (Workplace place = Workplace.of(uri("file", "delivery/evaluation.yaml"), uri("file", "out"))) {
            Path out = place.out(folder);
            assertEquals("account", Files.readString(out.resolve("current/check/csv/quality.csv")));
            assertFalse(Files.exists(out.resolve("current/csv")));
        }
    }

    @Test
    void aSecondRunIsToldWhoTheFirstIsAndADeadOneIsPassedOver() throws IOException {
        delivered();
        Files.createDirectories(folder.resolve("out"));
        Path lock = Files.writeString(folder.resolve("out/.lock"), "process 1 on somewhere");
        Refusal refusal = assertThrows(Refusal.class, () -> published("other", "one"));
        assertEquals(ExitStatus.LOCKED, refusal.status());
        assertTrue(refusal.sentences().get(0).en().contains("process 1 on somewhere"), refusal::getMessage);
        assertEquals(List.of(".lock"), names("out"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(600)));
        published("other", "one");
        assertEquals("runs/one\n", Files.readString(folder.resolve("out/current")));
    }

    /** A process that stopped for long and goes on after another has taken over must not move the pointer. */
    @Test
    void whoLostTheLockPublishesNothing() throws IOException {
        delivered();
        try (Workplace place = Workplace.of(uri("other", "delivery/evaluation.yaml"), uri("other", "out"))) {
            Path run = Files.createDirectories(place.out(folder).resolve("runs/late"));
            Files.writeString(run.resolve("manifest.json"), "{}");
            Files.writeString(folder.resolve("out/.lock"), "process 2");
            assertEquals(
                    ExitStatus.LOCKED,
                    assertThrows(Refusal.class, () -> place.publish(run)).status());
        }
        assertFalse(Files.exists(folder.resolve("out/current")));
        assertEquals("process 2", Files.readString(folder.resolve("out/.lock")));
    }

    @Test
    void aPathOfThisMachineStaysOne() {
        try (Workplace place = Workplace.of("data/evaluation.yaml", null)) {
            assertEquals(Path.of("data/evaluation.yaml"), place.evaluation());
            assertEquals(folder.resolve("out"), place.out(folder));
            assertEquals("x", place.shown(Path.of("x")));
        }
        assertFalse(RemoteFolder.isNamedBy("C:\\data\\evaluation.yaml"));
    }

    /** Without the checksums that Hadoop keeps beside files of this machine. */
    private List<String> names(String in) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(in))) {
            return all.map(p -> String.valueOf(p.getFileName()))
                    .filter(name -> !name.endsWith(".crc"))
                    .sorted()
                    .toList();
        }
    }
}
