package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Schema;

/** The tables of a delivery of clean CSV files, further columns among them, without the checks. */
final class DeliveredCsv {
    private DeliveredCsv() {}

    static SortedMap<String, Dataset<Row>> tables(Path folder) {
        SortedMap<String, Dataset<Row>> tables = new TreeMap<>();
        for (Schema<?> schema : Inputs.ALL) {
            Path file = folder.resolve("data/" + schema.table() + ".csv");
            tables.put(
                    schema.table(),
                    Files.exists(file)
                            ? read(file, schema)
                            : SparkForTests.session().createDataFrame(java.util.List.of(), schema.struct()));
        }
        return tables;
    }

    private static Dataset<Row> read(Path file, Schema<?> schema) {
        Dataset<Row> table =
                SparkForTests.session().read().option("header", true).csv(file.toString());
        for (StructField field : schema.struct().fields()) {
            boolean isThere = Arrays.asList(table.columns()).contains(field.name());
            table = table.withColumn(field.name(), (isThere ? col(field.name()) : lit(null)).cast(field.dataType()));
        }
        return table;
    }
}
