package org.junheng.jobs.query;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;

/**
 * Published tables as views of a database in memory. It can only be asked: a statement that is not a query is refused, no file but the
 * tables can be read, and no setting can be changed.
 */
public final class RunDatabase implements AutoCloseable {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);

    private final Connection connection;

    private RunDatabase(Connection connection) {
        this.connection = connection;
    }

    /** The tables of one run under their own names. */
    public static RunDatabase of(PublishedRun run) {
        return of(Map.of("main", run));
    }

    /** The tables of several runs, each in the schema that names it. */
    public static RunDatabase of(Map<String, PublishedRun> runs) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                for (Map.Entry<String, PublishedRun> run : new LinkedHashMap<>(runs).entrySet()) {
                    statement.execute("create schema if not exists " + name(run.getKey()));
                    for (String table : run.getValue().tables()) {
                        statement.execute("create view " + name(run.getKey()) + "." + name(table)
                                + " as select *" + cell(table) + " from read_parquet("
                                + text(run.getValue().folder().resolve("tables/" + table + "/*.parquet")) + ")");
                    }
                }
                lock(statement, runs);
            }
            return new RunDatabase(connection);
        } catch (SQLException e) {
            throw refuse(e);
        }
    }

    /**
     * The answer to a query.
     *
     * @throws Refusal when the statement is not a query or cannot be answered
     */
    public Answer ask(String sql) {
        requireQuery(sql);
        return answer(sql, List.of());
    }

    /** The answer to a question of our own, with text in the place of every question mark. */
    Answer answer(String sql, List<String> texts) {
        try (PreparedStatement statement = asked(sql, texts);
                ResultSet rows = statement.executeQuery()) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnLabel(i));
            }
            List<List<Object>> cells = new ArrayList<>();
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    Object cell = rows.getObject(i);
                    row.add(cell == null ? Answer.MISSING : cell);
                }
                cells.add(row);
            }
            return new Answer(columns, cells);
        } catch (SQLException e) {
            throw refuse(e);
        }
    }

    private PreparedStatement asked(String sql, List<String> texts) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < texts.size(); i++) {
            statement.setString(i + 1, texts.get(i));
        }
        return statement;
    }

    /** For whoever copies whole tables; what it holds stays locked. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw refuse(e);
        }
    }

    private static void lock(Statement statement, Map<String, PublishedRun> runs) throws SQLException {
        String folders = runs.values().stream()
                .map(run -> text(run.folder().resolve("tables")))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ", "[", "]"));
        statement.execute("set autoinstall_known_extensions = false");
        statement.execute("set autoload_known_extensions = false");
        statement.execute("set allowed_directories = " + folders);
        statement.execute("set enable_external_access = false");
        statement.execute("set lock_configuration = true");
    }

    /** The engine itself says whether it would only read: what it can write down as a query is one. */
    private void requireQuery(String sql) {
        try (PreparedStatement check = connection.prepareStatement(
                "select json_extract_string(json_serialize_sql(?::varchar), '$.error_message')")) {
            check.setString(1, sql);
            try (ResultSet answer = check.executeQuery()) {
                answer.next();
                String wrong = answer.getString(1);
                if (wrong != null) {
                    throw refuse(wrong);
                }
            }
        } catch (SQLException e) {
            throw refuse(e);
        }
    }

    /** The spine tells each number its key in words, as a further column. */
    private static String cell(String table) {
        return table.equals(MEASURES.table()) ? ", " + key(MEASURES, "") + " as cell" : "";
    }

    /** The parts of a row's key joined by {@code |}: what names a row in words. */
    static String key(Schema<?> schema, String prefix) {
        return schema.keys().stream()
                .map(key -> "coalesce(cast(" + prefix + key + " as varchar), '')")
                .collect(Collectors.joining(", ", "concat_ws('|', ", ")"));
    }

    private static Refusal refuse(SQLException e) {
        Refusal refusal = refuse(String.valueOf(e.getMessage()));
        refusal.initCause(e);
        return refusal;
    }

    private static Refusal refuse(String message) {
        String told = message.strip();
        return new Refusal(
                ExitStatus.WRONG_USAGE,
                "无法回答此查询(只接受查询语句):" + told,
                "this cannot be answered (only queries are taken): " + told);
    }

    private static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String text(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
