package org.junheng.jobs.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark of large deliveries compares a run with is itself in order. */
class PlainTablesTest {
    private static final Path SQL = Path.of("bench/tables.sql");

    @TempDir
    Path folder;

    @Test
    void sparkUnderstandsEveryView() throws IOException {
        SparkSession spark = SparkForTests.session();
        for (String table : PlainTables.READ) {
            Schema<?> schema = Inputs.named(table).orElseThrow();
            spark.createDataFrame(List.of(), schema.struct()).createOrReplaceTempView(table);
        }
        for (PlainTables.View view : PlainTables.views(SQL)) {
            StructType schema = spark.sql(view.query()).schema();
            Dataset<Row> empty = spark.createDataFrame(List.of(), schema); // as a kept view ends the plan
            (view.kept() ? empty : spark.sql(view.query())).createOrReplaceTempView(view.name());
        }
        for (PlainTables.Output output : PlainTables.WRITTEN) {
            Set<String> columns =
                    Arrays.stream(spark.table(output.view()).columns()).collect(Collectors.toSet());
            assertTrue(columns.containsAll(List.of(output.order().split(", ", -1))), output::view);
        }
    }

    @Test
    void duckDbFillsEveryTable() throws IOException, SQLException {
        Simulation.write(folder, Plan.of(60, 4, 300, 5));
        DuckTables.main(
                SQL.toString(),
                folder.resolve("data").toString(),
                folder.resolve("out").toString());
        for (PlainTables.Output output : PlainTables.WRITTEN) {
            List<String> lines = Files.readAllLines(folder.resolve("out").resolve(output.view() + ".csv"));
            assertTrue(lines.size() > 10, output::view);
        }
        List<String> measures = Files.readAllLines(folder.resolve("out/measures.csv"));
        Set<String> metrics = measures.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
        assertEquals(29, metrics.size(), metrics::toString); // 13 gaps, their changes, levels, two of surveys
    }
}
