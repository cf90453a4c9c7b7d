package org.junheng.jobs.bench;

import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junheng.jobs.Engine;

/** {@code jobs/bench/tables.sql} in Spark, on the session of a run: reads the files of a delivery, writes sorted Parquet and CSV. */
public final class PlainSparkJob {
    private static final int PARTITIONS = 8;

    private PlainSparkJob() {}

    /** {@code tables.sql DELIVERY/data OUT}. */
    public static void main(String... args) throws IOException {
        long began = System.nanoTime();
        try (SparkSession spark = Engine.start("Asia/Shanghai")) {
            spark.conf().set("spark.sql.ansi.enabled", false);
            spark.conf().set("spark.sql.shuffle.partitions", PARTITIONS);
            for (String table : PlainTables.READ) {
                Path csv = Path.of(args[1], table + ".csv");
                Column[] columns = Arrays.stream(
                                PlainTables.delivered(table, csv).split(", (?=try_cast)", -1))
                        .map(column -> expr(column.substring(0, column.lastIndexOf(" AS ")))
                                .as(column.substring(column.lastIndexOf(' ') + 1)))
                        .toArray(Column[]::new);
                spark.read()
                        .option("header", true)
                        .csv(csv.toString())
                        .select(columns)
                        .createOrReplaceTempView(table);
            }
            for (PlainTables.View view : PlainTables.views(Path.of(args[0]))) {
                Dataset<Row> rows = spark.sql(view.query());
                String folder = args[2] + "/kept/" + view.name();
                if (view.kept()) {
                    rows.write().parquet(folder);
                    rows = spark.read().parquet(folder);
                }
                rows.createOrReplaceTempView(view.name());
            }
            long written = 0;
            for (PlainTables.Output output : PlainTables.WRITTEN) {
                Dataset<Row> sorted = spark.sql("SELECT * FROM " + output.view() + " ORDER BY " + output.order());
                String folder = args[2] + "/tables/" + output.view();
                sorted.write().parquet(folder);
                Dataset<Row> stored = spark.read().parquet(folder);
                stored.write().option("header", true).csv(args[2] + "/csv/" + output.view());
                written += stored.count();
            }
            System.out.println(PlainTables.account("plain Spark job", began, written));
        }
    }
}
