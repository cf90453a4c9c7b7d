package org.junheng.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junheng.jobs.publish.RunLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the commands end, as whoever calls them from a script sees it. */
class CommandLineTest {
    private static final String SCHOOLS =
            "school_code,year,school_type\nS1,2023,PRIMARY\nS2,2023,PRIMARY\nS3,2023,JUNIOR\n";

    @TempDir
    Path folder;

    private Path evaluation;
    private Path out;

    @BeforeEach
    void delivery() throws IOException {
        out = folder.resolve("out");
        evaluation = Files.writeString(
                folder.resolve("evaluation.yaml"), "evaluation: tiny\nyears: [2023]\ninputs: {schools: schools.csv}\n");
        Files.writeString(folder.resolve("schools.csv"), SCHOOLS);
    }

    private static End junheng(String... args) {
        return End.of(args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "init", "check", "run", "simulate", "metrics", "query", "diff", "trace", "publish"})
    void helpStartsNoEngine(String command) {
        Object before = SparkSession.getDefaultSession();
        End end = command.isEmpty() ? junheng("--help") : junheng(command, "--help");
        assertEquals(0, end.status(), end.err());
        assertTrue(end.out().contains("junheng " + command), end.out());
        assertEquals(before, SparkSession.getDefaultSession());
    }

    @Test
    void aRunEndsWithNoughtAndARefusedOneLeavesItsResultsAlone() throws IOException {
        End done = junheng("run", evaluation.toString(), "--out", out.toString(), "--lang", "en");
        assertEquals(0, done.status(), done.err());
        assertTrue(done.out().contains("results in "), done.out());
        assertTrue(done.out().contains("3 rows read, 3 used, 0 quarantined"), done.out());
        assertFalse(done.out().contains("NOT_ASSESSED="), done.out());
        Path run = Files.readSymbolicLink(out.resolve("current"));
        for (String file : List.of("csv/measures.csv", "manifest.json", "report/index.html", "summary.xlsx")) {
            assertTrue(Files.size(out.resolve("current").resolve(file)) > 0, file);
        }
        assertTrue(Files.readString(out.resolve("current/dictionary.md")).contains("- **subject_id**: "));

        Files.writeString(folder.resolve("schools.csv"), SCHOOLS.replace("school_code", "something_else"));
        End refused = junheng("run", evaluation.toString(), "--out", out.toString(), "--lang", "en");
        assertEquals(3, refused.status(), refused.err());
        assertTrue(refused.err().contains("school_code"), refused.err());
        assertFalse(refused.err().contains("\tat "), refused.err());
        assertEquals(run, Files.readSymbolicLink(out.resolve("current")));
        assertTrue(Files.size(out.resolve("check/csv/quality.csv")) > 0);
    }

    @Test
    void whereNothingChangedNothingIsDoneAndSchedulersReadHowItEnded() throws IOException {
        JsonNode first = lastLine(junheng("run", evaluation.toString(), "--out", out.toString()));
        assertEquals(0, first.get("exit").asInt());
        assertEquals("DONE", first.get("status").asText());
        assertEquals(3, first.get("rows_used").asInt());
        assertTrue(first.get("computed").asBoolean());
        String gauges = Files.readString(out.resolve("junheng.prom"));
        assertTrue(gauges.contains("junheng_run_exit_status{evaluation=\"tiny\"} 0\n"), gauges);
        assertTrue(gauges.contains("junheng_run_rows{evaluation=\"tiny\",fate=\"used\"} 3\n"), gauges);
        assertTrue(gauges.contains("junheng_run_stage_seconds{evaluation=\"tiny\",stage=\"measuring\"} "), gauges);

        Path elsewhere = Files.createDirectories(out.resolve("runs/elsewhere"));
        Files.delete(out.resolve("current"));
        Files.createSymbolicLink(out.resolve("current"), elsewhere);
        End again = junheng("run", evaluation.toString(), "--out", out.toString());
        assertTrue(again.out().contains("没有变化") && again.out().contains("读入 3"), again.out());
        assertFalse(lastLine(again).get("computed").asBoolean());
        assertEquals(first.get("run_id"), lastLine(again).get("run_id"));
        assertEquals(
                first.get("run_id").asText(),
                String.valueOf(Files.readSymbolicLink(out.resolve("current")).getFileName()));

        Files.writeString(folder.resolve("schools.csv"), "nothing\n");
        End refused = junheng("run", evaluation.toString(), "--out", out.toString());
        assertEquals(3, lastLine(refused).get("exit").asInt());
        assertEquals("REFUSED", lastLine(refused).get("status").asText());
        assertTrue(Files.readString(out.resolve("junheng.prom")).contains("_exit_status{evaluation=\"tiny\"} 3\n"));
    }

    private static JsonNode lastLine(End end) throws IOException {
        return new ObjectMapper().readTree(end.lastLine());
    }

    @Test
    void aPublishedRunIsAskedAndComparedWithAnother() throws IOException {
        junheng("run", evaluation.toString(), "--out", out.toString());
        String counted = "select value from measures where metric_id = 'count.schools' and year = 2023";
        Path current = out.resolve("current");
        End asked = junheng("query", current.toString(), "select 40 + 2 as answer", "--csv");
        assertEquals("answer\n42\n", asked.out(), asked.err());
        assertEquals(0, junheng("query", current.toString(), counted).status());
        End same = junheng("diff", current.toString(), current.toString(), "--lang", "en");
        assertTrue(same.out().contains("0 changed, 0 added, 0 gone"), same.out());
        End wrong = junheng("query", folder.toString(), counted, "--lang", "en");
        assertEquals(2, wrong.status());
        assertTrue(wrong.err().contains("is not the folder of a run"), wrong.err());
        End secret = junheng("publish", current.toString(), "--to", "jdbc:postgresql://u:secret@h/d", "--lang", "en");
        assertEquals(2, secret.status());
        assertFalse(secret.err().contains("secret"), secret.err());
    }

    @Test
    void wrongUsageAndConfigurationEndWithTwo() throws IOException {
        assertEquals(
                2, junheng("run", evaluation.toString(), "--no-such-option").status());
        assertEquals(2, junheng("no-such-command").status());
        assertEquals(2, junheng("run", folder.resolve("absent.yaml").toString()).status());
        Files.writeString(evaluation, "evaluation: tiny\nyeers: [2023]\ninputs: {schools: schools.csv}\n");
        End typo = junheng("run", evaluation.toString(), "--out", out.toString(), "--lang", "en");
        assertEquals(2, typo.status());
        assertTrue(typo.err().contains("yeers") && typo.err().contains("years"), typo.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void whatIsWrongWithACommandLineIsSaidInTheLanguageAskedFor() {
        assertTrue(junheng("run", "--lang", "en").err().contains("missing: EVALUATION.yaml"));
        assertTrue(junheng("run").err().contains("缺少"));
        assertTrue(junheng("run", "a.yaml", "--nope", "--lang=en").err().contains("not known: --nope"));
        End french = junheng("run", "a.yaml", "--lang", "fr");
        assertEquals(2, french.status());
        assertTrue(french.err().contains("\"fr\"") && french.err().contains("zh"), french.err());
        assertTrue(junheng("simulate", "--out", "x", "--schools", "many", "--lang", "en")
                .err()
                .contains("it takes a whole number"));
    }

    @Test
    void theUntouchedTemplatesAreRefusedForWantOfRows() {
        assertEquals(0, junheng("init", folder.resolve("new").toString()).status());
        End end = junheng("check", folder.resolve("new/evaluation.yaml").toString(), "--lang", "en");
        assertEquals(3, end.status(), end.err());
        assertTrue(end.err().contains("schools.csv") && end.err().contains("deliver the rows"), end.err());
        assertEquals(2, junheng("init", folder.resolve("new").toString()).status());
    }

    @Test
    void aFileWhereResultsShouldGoEndsWithFour() throws IOException {
        Files.writeString(folder.resolve("blocked"), "");
        End end = junheng(
                "run",
                evaluation.toString(),
                "--out",
                folder.resolve("blocked/out").toString(),
                "--lang",
                "en");
        assertEquals(4, end.status(), end.err());
        assertTrue(end.err().contains("Nothing was published"), end.err());
    }

    @Test
    void aLockThatIsHeldEndsWithFive() {
        RunLock held = RunLock.take(out);
        End end = junheng("check", evaluation.toString(), "--out", out.toString(), "--lang", "en");
        held.close();
        assertEquals(5, end.status(), end.err());
        assertTrue(end.err().contains("process " + ProcessHandle.current().pid()), end.err());
    }
}
