package org.junheng.jobs.database;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.query.PublishedRun;
import org.junheng.jobs.query.RunDatabase;
import org.junheng.jobs.table.Codebook;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Copies a published run into a schema of a PostgreSQL database, all tables in one transaction under one lock: a reader sees one whole run or
 * the one before it. Doing it twice leaves the same rows.
 */
public final class DatabaseLoader {
    private static final int BATCH = 1 << 16;
    /** Number of the advisory lock: the word in ASCII. */
    static final long LOCK = 0x6a756e68656e67L;

    private final DatabaseAddress address;
    private final Credentials credentials;
    private final String schemaName;

    public DatabaseLoader(DatabaseAddress address, Credentials credentials, String schemaName) {
        this.address = address;
        this.credentials = credentials;
        this.schemaName = schemaName;
    }

    /**
     * Copies a run.
     *
     * @return the number of rows by table
     * @throws Refusal when the database cannot be reached or written, or somebody else is publishing; then nothing has changed
     */
    public SortedMap<String, Long> load(PublishedRun run) {
        try (RunDatabase published = RunDatabase.of(run);
                Connection target = connect()) {
            target.setAutoCommit(false);
            lock(target);
            SortedMap<String, Long> rows = new TreeMap<>();
            try (Statement statement = target.createStatement()) {
                statement.execute("create schema if not exists " + TargetTable.quoted(schemaName));
                for (String table : run.tables()) {
                    rows.put(
                            table,
                            copy(published, new TargetTable(schemaName, Codebook.schema(table)), target, statement));
                }
                sign(target, statement, run);
            }
            target.commit();
            return rows;
        } catch (SQLException | IOException e) {
            throw refuse(e);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", credentials.user());
        properties.setProperty("password", credentials.password());
        properties.setProperty("ApplicationName", "junheng");
        return DriverManager.getConnection(address.url(), properties);
    }

    private static void lock(Connection target) throws SQLException {
        try (PreparedStatement ask = target.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            ask.setLong(1, LOCK);
            try (ResultSet answer = ask.executeQuery()) {
                answer.next();
                if (!answer.getBoolean(1)) {
                    throw new Refusal(
                            ExitStatus.LOCKED,
                            "另一次发布正在写入该数据库。请等它结束后再试。",
                            "somebody else is publishing to this database. Try again when that has ended.");
                }
            }
        }
    }

    private static long copy(RunDatabase published, TargetTable table, Connection target, Statement statement)
            throws SQLException, IOException {
        statement.execute(table.createStaging());
        long copied = fill(published, table, target);
        for (String each : table.ensure()) {
            statement.execute(each);
        }
        for (String each : table.replace()) {
            statement.execute(each);
        }
        return copied;
    }

    private static long fill(RunDatabase published, TargetTable table, Connection target)
            throws SQLException, IOException {
        CopyIn copy = target.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copy());
        String columns = String.join(", ", table.schema().names());
        try (Statement ask = published.connection().createStatement();
                ResultSet rows = ask.executeQuery(
                        "select " + columns + " from " + table.schema().table())) {
            StringWriter batch = new StringWriter();
            CSVPrinter printer = new CSVPrinter(batch, CSVFormat.POSTGRESQL_CSV);
            while (rows.next()) {
                for (int i = 1; i <= table.schema().names().size(); i++) {
                    printer.print(rows.getObject(i));
                }
                printer.println();
                if (batch.getBuffer().length() > BATCH) {
                    send(copy, batch);
                }
            }
            send(copy, batch);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringWriter batch) throws SQLException {
        byte[] bytes = batch.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        batch.getBuffer().setLength(0);
    }

    /** Which run the tables hold. */
    private void sign(Connection target, Statement statement, PublishedRun run) throws SQLException {
        String table = TargetTable.quoted(schemaName) + ".published_run";
        statement.execute(
                "create table if not exists " + table + " (run_id text not null, published_at timestamptz not null)");
        statement.execute("delete from " + table);
        try (PreparedStatement write = target.prepareStatement("insert into " + table + " values (?, now())")) {
            write.setString(1, run.id());
            write.executeUpdate();
        }
    }

    private static Refusal refuse(Exception cause) {
        String told = String.valueOf(cause.getMessage()).strip();
        Refusal refusal = new Refusal(
                ExitStatus.STORAGE,
                "无法写入数据库,未作任何改动:" + told,
                "the database cannot be written, nothing was changed: " + told);
        refusal.initCause(cause);
        return refusal;
    }
}
