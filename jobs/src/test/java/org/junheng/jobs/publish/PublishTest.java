package org.junheng.jobs.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.ModelFits;
import org.junheng.jobs.table.Schema;
import org.junheng.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader of {@code current} sees one whole run or the one before it; one run at a time writes. */
class PublishTest {
    @TempDir
    Path out;

    @Test
    void anIdSpeaksForCodeConfigurationRulesLanguageAndEveryFile() throws IOException {
        Path file = Files.writeString(
                out.resolve("evaluation.yaml"), "evaluation: tiny\nyears: [2023]\ninputs: {schools: schools.csv}\n");
        Files.writeString(out.resolve("schools.csv"), "school_code,year\nS1,2023\n");
        Evaluation evaluation = EvaluationReader.read(file, RuleBook.known());
        String id = RunIdentity.of(evaluation, RuleBook.EMPTY, "ZH").id();
        assertEquals(id, RunIdentity.of(evaluation, RuleBook.EMPTY, "ZH").id());
        assertNotEquals(id, RunIdentity.of(evaluation, RuleBook.EMPTY, "EN").id());
        assertNotEquals(
                id,
                RunIdentity.of(evaluation, RuleBook.of("national-2017"), "ZH").id());
        Files.writeString(out.resolve("schools.csv"), "school_code,year\nS2,2023\n");
        assertNotEquals(id, RunIdentity.of(evaluation, RuleBook.EMPTY, "ZH").id());
    }

    @Test
    void thePointerIsALinkToTheLastRun() throws IOException {
        publish("one", "first");
        Path current = out.resolve("current");
        assertTrue(Files.isSymbolicLink(current));
        assertEquals(Path.of("runs", "one"), Files.readSymbolicLink(current));
        assertEquals("first", Files.readString(current.resolve("table.txt")));
        publish("two", "second");
        assertEquals(Path.of("runs", "two"), Files.readSymbolicLink(current));
        assertEquals("second", Files.readString(current.resolve("table.txt")));
        assertEquals("first", Files.readString(out.resolve("runs/one/table.txt")));
        assertEquals(List.of("current", "runs"), names(out));
        assertEquals(List.of("table.txt"), names(current.toRealPath()));
    }

    /** While pointers are switched a reader that follows the link must never find nothing there. */
    @Test
    void thePointerIsNeverAbsentWhileItSwitches() throws Exception {
        publish("a", "whole");
        Path table = out.resolve("current/table.txt");
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger nothing = new AtomicInteger();
        Thread reader = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                looks.incrementAndGet();
                nothing.addAndGet(Files.isRegularFile(table) ? 0 : 1);
            }
        });
        reader.start();
        for (int i = 0; i < 20; i++) {
            publish(i % 2 == 0 ? "b" : "a", "whole");
        }
        reader.interrupt();
        reader.join();
        assertTrue(looks.get() > 20, looks::toString);
        assertEquals(0, nothing.get());
    }

    @Test
    void aRunOfTheSameIdStays() throws IOException {
        publish("one", "first");
        publish("one", "again");
        assertEquals("first", Files.readString(out.resolve("runs/one/table.txt")));
        assertEquals(List.of("current", "runs"), names(out));
    }

    @Test
    void whatAnInterruptedRunLeftIsSwept() throws IOException {
        publish("one", "first");
        Path orphan = Files.createDirectories(out.resolve(".staging-dead/tables"));
        Files.writeString(orphan.resolve("half"), "half");
        RunFolder folder = RunFolder.open(out, "two");
        assertEquals(List.of(".staging-two", "current", "runs"), names(out));
        folder.abandon();
        assertEquals(List.of("current", "runs"), names(out));
        assertEquals("first", Files.readString(out.resolve("current/table.txt")));
    }

    @Test
    void aSecondHolderIsToldWhoTheFirstIs() {
        RunLock first = RunLock.take(out);
        Refusal refusal = assertThrows(Refusal.class, () -> RunLock.take(out));
        assertEquals(ExitStatus.LOCKED, refusal.status());
        String owner = "process " + ProcessHandle.current().pid();
        assertTrue(refusal.sentences().get(0).en().contains(owner), refusal::getMessage);
        assertTrue(refusal.sentences().get(0).zh().contains(owner));
        first.close();
        RunLock.take(out).close();
    }

    @Test
    void whoLetsGoJustNowIsNotInTheWay() throws Exception {
        FileChannel lock = FileChannel.open(
                out.resolve(".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); // its holder has taken back its name
        assertNotNull(lock.tryLock());
        CompletableFuture<Void> taken =
                CompletableFuture.runAsync(() -> RunLock.take(out).close());
        Thread.sleep(50);
        lock.close();
        taken.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aFileInTheWayIsAFaultOfStorage() throws IOException {
        Path blocked = Files.writeString(out.resolve("file"), "").resolve("out");
        Refusal refusal = assertThrows(Refusal.class, () -> RunLock.take(blocked));
        assertEquals(ExitStatus.STORAGE, refusal.status());
        assertTrue(refusal.sentences().get(0).en().contains(blocked.toString()));
        Files.writeString(out.resolve("runs"), "not a folder");
        RunFolder folder = RunFolder.open(out, "one");
        assertEquals(
                ExitStatus.STORAGE, assertThrows(Refusal.class, folder::publish).status());
        assertFalse(Files.exists(out.resolve("current")));
    }

    @Test
    void aTableIsWrittenTwiceWithTheSameRowsInTheOrderOfItsKey() throws IOException {
        Dataset<Row> rows = fits(fit("b", 1), fit("a", 0.1), fit("=c", 3), fit("=", 4));
        TableWriter writer = new TableWriter(out);
        writer.write(ModelFits.class, Rows.of(rows), row -> row, "");
        assertEquals(4, writer.written().get("model_fits").rows());
        List<String> lines = Files.readAllLines(out.resolve("csv/model_fits.csv"));
        assertEquals(
                List.of(
                        "m,2024,score:math,=,4.0,,,,,",
                        "m,2024,score:math,'=c,3.0,,,,,",
                        "m,2024,score:math,a,0.1,,,,,",
                        "m,2024,score:math,b,1.0,,,,,"),
                lines.subList(1, 5));
        assertEquals(List.of("part-00000.parquet"), names(out.resolve("tables/model_fits")));
        assertEquals(
                List.of("=", "=c", "a", "b"),
                SparkForTests.session()
                        .read()
                        .parquet(out.resolve("tables/model_fits").toString())
                        .collectAsList()
                        .stream()
                        .map(r -> r.<String>getAs("term"))
                        .toList());
    }

    /** Rows that the driver holds are written without the engine: the same bytes, also for text beyond the first plane. */
    @Test
    void recordsAndRowsOfTheEngineGiveTheSameFiles() throws IOException {
        ModelFits[] fits = {fit("\uD840\uDC00", 1), fit("\uFF5E", 2), fit("", 3), fit("b", 4), fit("B", 5)};
        new TableWriter(out.resolve("engine")).write(ModelFits.class, Rows.of(fits(fits)), row -> row, "");
        new TableWriter(out.resolve("driver")).write(ModelFits.class, List.of(fits));
        for (String file : List.of("csv/model_fits.csv", "tables/model_fits/part-00000.parquet")) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            out.resolve("engine").resolve(file),
                            out.resolve("driver").resolve(file)));
        }
    }

    /** The first column of the key decides: 100,001 rows of one word and one of another are two parts. */
    @Test
    void aLargeTableIsWrittenInPartsAndReadsTheSame() throws IOException {
        Dataset<Row> terms = SparkForTests.session().range(100_001).selectExpr("cast(id as string) as term");
        Dataset<Row> many = fits(fit("", 1)).drop("term").crossJoin(terms);
        Dataset<Row> rows = many.unionByName(many.limit(1).withColumn("model_id", functions.lit("\uFF2D")));
        TableWriter parts = new TableWriter(out.resolve("parts"), 3);
        parts.write(ModelFits.class, Rows.of(rows), row -> row, "model_id");
        new TableWriter(out.resolve("one")).write(ModelFits.class, Rows.of(rows), row -> row, "");
        Path csv = Path.of("csv/model_fits.csv");
        assertEquals(
                -1,
                Files.mismatch(
                        out.resolve("parts").resolve(csv), out.resolve("one").resolve(csv)));
        assertEquals(List.of("model_fits.csv"), names(out.resolve("parts/csv")));
        assertEquals(
                List.of("part-00000.parquet", "part-00001.parquet"), names(out.resolve("parts/tables/model_fits")));
        assertEquals(
                new TableWriter.Written(100_002, new TreeMap<>(Map.of("m", 100_001L, "\uFF2D", 1L))),
                parts.written().get("model_fits"));
    }

    @Test
    void aKeyThatStandsTwiceFailsTheRun() {
        Dataset<Row> rows = fits(fit("a", 1), fit("b", 2), fit("a", 3));
        TableWriter writer = new TableWriter(out);
        IllegalStateException e = assertThrows(
                IllegalStateException.class, () -> writer.write(ModelFits.class, Rows.of(rows), row -> row, ""));
        assertTrue(String.valueOf(e.getMessage()).contains("model_fits has the key m, 2024, score:math, a twice"));
    }

    private static ModelFits fit(String term, double estimate) {
        return new ModelFits("m", 2024, "score:math", term, estimate, null, null, null, null, null);
    }

    private static Dataset<Row> fits(ModelFits... fits) {
        Schema<ModelFits> schema = Schema.of(ModelFits.class);
        return SparkForTests.session().createDataFrame(schema.rows(List.of(fits)), schema.struct());
    }

    private void publish(String id, String content) throws IOException {
        RunFolder folder = RunFolder.open(out, id);
        Files.writeString(folder.scratch().resolve("temporary"), "gone");
        Files.writeString(folder.path().resolve("table.txt"), content);
        folder.publish();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
