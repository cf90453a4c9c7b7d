package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junheng.jobs.ingest.Room;
import org.junheng.jobs.rows.Kept;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows give the same published bytes, however they are ordered, cut into files and partitioned, and wherever the machine stands. */
class OrderTest {
    private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";
    private static final String READ_PARTITIONS = "spark.sql.leafNodeDefaultParallelism";

    @TempDir
    static Path folder;

    private static Path asDrawn;

    @BeforeAll
    static void run() throws IOException {
        Simulation.write(folder.resolve("drawn"), Plan.of(60, 4, 600, 3));
        asDrawn = Runs.of(folder.resolve("drawn/evaluation.yaml"), folder.resolve("out"));
    }

    @Test
    void shuffledIntoTwoFilesInOnePartition() throws IOException {
        shuffle(folder.resolve("two"), 2);
        requireSame(partitioned(folder.resolve("two"), 1));
    }

    @Test
    void shuffledIntoFiveFilesInSevenPartitionsAsALargeDeliveryOnATurkishMachine() throws IOException {
        shuffle(folder.resolve("five"), 5);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            SparkForTests.session().conf().set(Kept.LARGE, 0);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            requireSame(partitioned(folder.resolve("five"), 7));
        } finally {
            SparkForTests.session().conf().unset(Kept.LARGE);
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void shuffledIntoThreeFilesAndEvaluatedWithoutAnEngine() throws IOException {
        shuffle(folder.resolve("three"), 3);
        requireSame(Runs.of(
                folder.resolve("three/evaluation.yaml"),
                folder.resolve("three/out"),
                new Room(Room.ORDINARY, () -> fail("the delivery is small"))));
    }

    @Test
    void largerThanTheRoomThatThereIs() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        requireSame(Runs.of(
                folder.resolve("drawn/evaluation.yaml"),
                folder.resolve("larger"),
                new Room(2_500, begun::incrementAndGet)));
        assertEquals(1, begun.get());
    }

    private static Path partitioned(Path delivery, int partitions) {
        SparkSession spark = SparkForTests.session();
        String before = spark.conf().get(SHUFFLE_PARTITIONS);
        try {
            spark.conf().set(SHUFFLE_PARTITIONS, partitions);
            spark.conf().set(READ_PARTITIONS, partitions);
            return Runs.of(delivery.resolve("evaluation.yaml"), delivery.resolve("out"));
        } finally {
            spark.conf().set(SHUFFLE_PARTITIONS, before);
            spark.conf().unset(READ_PARTITIONS);
        }
    }

    private static void shuffle(Path to, int files) throws IOException {
        Deliveries.dealt(folder.resolve("drawn"), to, files, files);
    }

    /** The account of rows names files and physical rows, so it alone may differ. */
    private static void requireSame(Path other) throws IOException {
        List<Path> tables = list(asDrawn.resolve("csv")).stream()
                .filter(t -> !name(t).equals("quality.csv"))
                .toList();
        assertTrue(tables.size() >= 6, tables::toString);
        assertTrue(Files.size(asDrawn.resolve("csv/measures.csv")) > 1_000_000);
        assertEquals(
                list(asDrawn.resolve("csv")).stream().map(OrderTest::name).toList(),
                list(other.resolve("csv")).stream().map(OrderTest::name).toList());
        for (Path table : tables) {
            Path same = other.resolve("csv").resolve(name(table));
            if (Files.mismatch(table, same) != -1) {
                fail(name(table) + ": " + firstDifference(table, same));
            }
        }
    }

    private static String firstDifference(Path table, Path other) throws IOException {
        List<String> lines = Files.readAllLines(table);
        List<String> others = Files.readAllLines(other);
        for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
            if (!lines.get(i).equals(others.get(i))) {
                return "line " + (i + 1) + ": " + lines.get(i) + " / " + others.get(i);
            }
        }
        return lines.size() + " / " + others.size() + " lines";
    }

    private static List<Path> list(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
