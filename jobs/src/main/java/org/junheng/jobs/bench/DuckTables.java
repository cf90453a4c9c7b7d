package org.junheng.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** {@code jobs/bench/tables.sql} in DuckDB, with two threads and two gigabytes: the tables of an agency's own tool chain. */
public final class DuckTables {
    private DuckTables() {}

    /** {@code tables.sql DELIVERY/data OUT}. */
    public static void main(String... args) throws IOException, SQLException {
        long began = System.nanoTime();
        Path out = Files.createDirectories(Path.of(args[2]));
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + out.resolve("tables.db"));
                Statement sql = duck.createStatement()) {
            sql.execute("SET memory_limit = '2GB'");
            sql.execute("SET threads = 2");
            for (String table : PlainTables.READ) {
                Path csv = Path.of(args[1], table + ".csv");
                sql.execute("CREATE TABLE " + table + " AS SELECT " + PlainTables.delivered(table, csv)
                        + " FROM read_csv('" + csv + "', header = true, all_varchar = true)");
            }
            for (PlainTables.View view : PlainTables.views(Path.of(args[0]))) {
                sql.execute((view.kept() ? "CREATE TABLE " : "CREATE VIEW ") + view.name() + " AS " + view.query());
            }
            long written = 0;
            for (PlainTables.Output output : PlainTables.WRITTEN) {
                String sorted = "COPY (SELECT * FROM " + output.view() + " ORDER BY " + output.order() + ") TO '";
                sql.execute(sorted + out.resolve(output.view() + ".parquet") + "' (FORMAT parquet)");
                sql.execute(sorted + out.resolve(output.view() + ".csv") + "' (FORMAT csv, HEADER)");
                try (ResultSet count = sql.executeQuery("SELECT count(*) FROM " + output.view())) {
                    count.next();
                    written += count.getLong(1);
                }
            }
            sql.execute("COPY panel TO '" + out.resolve("panel.csv") + "' (FORMAT csv, HEADER)"); // for intervals.R
            System.out.println(PlainTables.account("DuckDB", began, written));
        }
    }
}
