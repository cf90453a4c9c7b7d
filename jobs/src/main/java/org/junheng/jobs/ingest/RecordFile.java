package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junheng.jobs.table.Schema;

/** Records of the driver on their way to Spark through a file: as rows in memory they would be part of every plan, and Spark would walk through them in every rule. */
public final class RecordFile {
    private RecordFile() {}

    /** @param folder of this run; the data set reads from it */
    public static <R extends Record> Dataset<Row> of(
            SparkSession spark, Class<R> type, List<R> records, String folder) {
        Schema<R> schema = Schema.of(type);
        Path file = Path.of(folder, "records.parquet");
        try (ParquetRows rows = ParquetRows.passing(file, schema.struct())) {
            for (R record : records) {
                rows.add(schema.cells(record));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return spark.read().schema(schema.struct()).parquet(SharedFile.of(spark, file));
    }
}
