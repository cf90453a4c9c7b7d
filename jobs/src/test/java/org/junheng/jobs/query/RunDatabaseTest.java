package org.junheng.jobs.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A published run can be asked, and not changed. */
class RunDatabaseTest {
    @TempDir
    static Path folder;

    private static PublishedRun run() throws IOException {
        Path at = folder.resolve("a run's folder");
        return Files.isDirectory(at)
                ? PublishedRun.find(at)
                : new SmallRun()
                        .cv("530102", 0.1)
                        .cv("530103", null)
                        .named("530102", "五华区")
                        .named("530103", "=1+1")
                        .write(at);
    }

    @Test
    void tablesAreAskedUnderTheirOwnNames() throws IOException {
        try (RunDatabase database = RunDatabase.of(run())) {
            Answer answer = database.ask("select s.name, m.value from measures m join subjects s using (subject_id)"
                    + " order by subject_id");
            assertEquals(List.of("name", "value"), answer.columns());
            assertEquals(List.of(List.of("五华区", 0.1), List.of("=1+1", Answer.MISSING)), answer.rows());
        }
    }

    @Test
    void everyNumberIsNamedByTheTenPartsOfItsKey() throws IOException {
        try (RunDatabase database = RunDatabase.of(run())) {
            Answer answer = database.ask("select cell from measures where value is not null");
            assertEquals(List.of(List.of("gap.cv||county|530102|2024||PRIMARY||R2|")), answer.rows());
        }
    }

    @Test
    void answersAreAlignedForPeopleAndInertForSpreadsheets() throws IOException {
        try (RunDatabase database = RunDatabase.of(run())) {
            Answer answer =
                    database.ask("select s.name, m.value, m.status from measures m join subjects s using (subject_id)"
                            + " order by subject_id");
            assertEquals(
                    List.of("name    value  status", "五华区    0.1  OK", "'=1+1          NOT_ASSESSED"), answer.lines(9));
            assertEquals(List.of("name    value  status", "五华区    0.1  OK"), answer.lines(1));
            StringBuilder csv = new StringBuilder();
            answer.csv(csv);
            assertEquals("name,value,status\n五华区,0.1,OK\n'=1+1,,NOT_ASSESSED\n", csv.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop view measures",
                "create table t (a int)",
                "copy (select 1) to '%s/tables/evil.csv'",
                "attach '%s/evil.db'",
                "install httpfs",
                "set enable_external_access = true",
                "select * from read_text('/etc/hostname')",
                "select * from 'manifest.json'",
                "select 1; drop view measures",
                "select no_such_column from measures",
                "selekt"
            })
    void whatIsNoQueryOverTheTablesIsRefused(String sql) throws IOException {
        try (RunDatabase database = RunDatabase.of(run())) {
            Refusal refusal = assertThrows(Refusal.class, () -> database.ask(sql.formatted(run().folder())));
            assertEquals(ExitStatus.WRONG_USAGE, refusal.status());
            assertFalse(Files.exists(run().folder().resolve("tables/evil.csv")));
            assertEquals(2, database.ask("from measures").rows().size());
        }
    }

    @Test
    void aRunIsFoundByItsFolderItsPointerOrTheFolderAround() throws IOException {
        PublishedRun run = run();
        Path out = Files.createDirectories(folder.resolve("out"));
        if (!Files.exists(out.resolve("current"))) {
            Files.createSymbolicLink(out.resolve("current"), run.folder());
        }
        assertEquals(run, PublishedRun.find(out));
        assertEquals(run, PublishedRun.find(out.resolve("current")));
        Refusal refusal = assertThrows(Refusal.class, () -> PublishedRun.find(folder.resolve("nowhere")));
        assertEquals(ExitStatus.WRONG_USAGE, refusal.status());
        assertTrue(refusal.sentences().get(0).en().contains("nowhere"));
    }
}
