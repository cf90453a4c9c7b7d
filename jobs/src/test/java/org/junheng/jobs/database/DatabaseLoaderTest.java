package org.junheng.jobs.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.query.PublishedRun;
import org.junheng.jobs.query.SmallRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run in a real PostgreSQL: whole or not at all. */
class DatabaseLoaderTest {
    private static final Credentials USER = new Credentials("postgres", "postgres");

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static DatabaseLoader loader(String schema) {
        return new DatabaseLoader(
                new DatabaseAddress("jdbc:postgresql://localhost:" + server.getPort() + "/postgres"), USER, schema);
    }

    private static String asked(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return String.valueOf(answer.getObject(1));
        }
    }

    private static PublishedRun run(String name, double value) throws IOException {
        return new SmallRun()
                .cv("1", value)
                .cv("2", null)
                .named("1", "五华区, \"一\"")
                .named("2", "")
                .write(folder.resolve(name));
    }

    @Test
    void aRunIsCopiedWholeWithKeysAndCommentsAndTwiceIsAsOnce() throws IOException, SQLException {
        PublishedRun run = run("first", 0.1);
        for (int time = 0; time < 2; time++) {
            assertEquals(
                    Map.of("measures", 2L, "judgements", 0L, "subjects", 2L),
                    loader("once").load(run));
            assertEquals("2", asked("select count(*) from once.measures"));
        }
        assertEquals("0.1", asked("select value from once.measures where subject_id = '1'"));
        assertEquals("1", asked("select count(*) from once.measures where value is null and base_year is null"));
        assertEquals("五华区, \"一\"", asked("select name from once.subjects where subject_id = '1'"));
        assertEquals("", asked("select name from once.subjects where subject_id = '2'"));
        assertEquals("first", asked("select run_id from once.published_run"));
        assertTrue(
                asked("select col_description('once.measures'::regclass, 12)").contains("the value"));
        SQLException twice = assertThrows(
                SQLException.class, () -> asked("insert into once.measures select * from once.measures returning 1"));
        assertTrue(String.valueOf(twice.getMessage()).contains("duplicate key"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x'); drop table hostile.measures; --",
                "=cmd|' /C calc'!A0",
                "<script>alert(1)</script>",
                "\\. \\N \\x00",
                "a\tb\nc\r",
                "$$1{}?::text"
            })
    void aNameIsATextWhateverItSays(String name) throws IOException, SQLException {
        PublishedRun run = new SmallRun()
                .cv("1", 0.1)
                .named("1", name)
                .write(folder.resolve("hostile-" + Integer.toHexString(name.hashCode())));
        loader("hostile").load(run);
        assertEquals(name, asked("select name from hostile.subjects where subject_id = '1'"));
        assertEquals("1", asked("select count(*) from hostile.measures"));
    }

    @Test
    void aLaterRunTakesThePlaceOfTheFormerAndViewsOnItLive() throws IOException, SQLException {
        loader("later").load(run("a", 0.1));
        asked("with made as (select 1) select 1 from made");
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create view later.gaps as select value from later.measures where value is not null");
        }
        loader("later").load(run("b", 0.2));
        assertEquals("0.2", asked("select value from later.gaps"));
        assertEquals("b", asked("select run_id from later.published_run"));
    }

    @Test
    void whereSomethingFailsNothingHasChanged() throws IOException, SQLException {
        loader("safe").load(run("kept", 0.1));
        PublishedRun broken = run("broken", 0.2);
        Path subjects = broken.folder().resolve("tables/subjects/part-00000.parquet");
        Files.write(subjects, new byte[] {1, 2, 3});
        Refusal refusal = assertThrows(Refusal.class, () -> loader("safe").load(broken));
        assertFalse(refusal.sentences().get(0).en().contains("postgres\""), refusal.getMessage());
        assertEquals("0.1", asked("select value from safe.measures where subject_id = '1'"));
        assertEquals("kept", asked("select run_id from safe.published_run"));
    }

    @Test
    void whoComesSecondIsToldSo() throws IOException, SQLException {
        PublishedRun run = run("second", 0.1);
        try (Connection other = server.getPostgresDatabase().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + DatabaseLoader.LOCK + ")");
            Refusal refusal = assertThrows(Refusal.class, () -> loader("busy").load(run));
            assertEquals(ExitStatus.LOCKED, refusal.status());
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsStorageThatFails() throws IOException {
        PublishedRun run = run("lonely", 0.1);
        DatabaseLoader nowhere =
                new DatabaseLoader(new DatabaseAddress("jdbc:postgresql://localhost:1/none"), USER, "junheng");
        Refusal refusal = assertThrows(Refusal.class, () -> nowhere.load(run));
        assertEquals(ExitStatus.STORAGE, refusal.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://host/db",
                "jdbc:postgresql:db",
                "jdbc:postgresql://host",
                "jdbc:postgresql://host/",
                "jdbc:postgresql://me:secret@host/db",
                "jdbc:postgresql://host/db?user=me&password=secret",
                "jdbc:postgresql://host/db?socketFactory=org.example.Evil&socketFactoryArg=x",
                "jdbc:postgresql://host/db?loggerFile=/tmp/x"
            })
    void anAddressThatHoldsSecretsOrTricksIsRefused(String url) {
        Refusal refusal = assertThrows(Refusal.class, () -> new DatabaseAddress(url));
        assertEquals(ExitStatus.WRONG_USAGE, refusal.status());
        assertFalse(refusal.sentences().toString().contains("secret"));
    }

    @Test
    void whoAsksIsNamedInTheEnvironmentOrAFileAndNeverPrinted() throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), "user=me\npassword=secret\n");
        Credentials fromFile = Credentials.of(file, Map.of());
        assertEquals(new Credentials("me", "secret"), fromFile);
        assertFalse(fromFile.toString().contains("secret"));
        assertEquals(new Credentials("you", ""), Credentials.of(null, Map.of("PGUSER", "you")));
        assertThrows(Refusal.class, () -> Credentials.of(null, Map.of()));
        assertThrows(Refusal.class, () -> Credentials.of(folder.resolve("none"), Map.of("PGUSER", "you")));
    }
}
