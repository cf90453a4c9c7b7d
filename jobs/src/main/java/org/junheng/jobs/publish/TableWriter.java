package org.junheng.jobs.publish;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junheng.jobs.ingest.InertText;
import org.junheng.jobs.table.Schema;

/** Writes a published table twice, as Parquet and as CSV with the same rows, in the order of its key; a key that stands twice fails the run. */
public final class TableWriter {
    private final SparkSession spark;
    private final Path run;
    private final SortedMap<String, Written> written = new TreeMap<>();

    public TableWriter(SparkSession spark, Path run) {
        this.spark = spark;
        this.run = run;
    }

    /**
     * What was written.
     *
     * @param counts number of rows by the word in the column that was counted; empty when none was
     */
    public record Written(long rows, SortedMap<String, Long> counts) {
        public static final Written NOTHING = new Written(0, new TreeMap<>());
    }

    /** What has been written until now, by table. */
    public SortedMap<String, Written> written() {
        return new TreeMap<>(written);
    }

    /** Writes a table of which the driver holds every row. */
    public <R extends Record> void write(Class<R> type, List<R> records) {
        write(type, Schema.of(type).dataset(spark, records));
    }

    /** Writes a table. */
    public <R extends Record> void write(Class<R> type, Dataset<Row> rows) {
        write(type, rows, "");
    }

    /** Writes a table and counts its rows by the words of one column. */
    public <R extends Record> void write(Class<R> type, Dataset<Row> rows, String counted) {
        Schema<R> schema = Schema.of(type);
        Column[] key = schema.keys().stream()
                .map(k -> functions.col(k).asc_nulls_first())
                .toArray(Column[]::new);
        Column[] columns = schema.names().stream().map(functions::col).toArray(Column[]::new);
        Path parquet = run.resolve("tables").resolve(schema.table());
        rows.select(columns)
                .coalesce(1)
                .sortWithinPartitions(key)
                .write()
                .mode(SaveMode.ErrorIfExists)
                .parquet(parquet.toString());
        try {
            tidy(parquet);
            written.put(
                    schema.table(),
                    csv(schema, spark.read().schema(schema.struct()).parquet(parquet.toString()), counted));
        } catch (IOException e) {
            throw Storage.refuse(parquet, e);
        }
    }

    /** One data file under a fixed name; no marker or checksum files. */
    private static void tidy(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        int part = 0;
        for (Path file : files) {
            if (file.getFileName().toString().endsWith(".parquet")) {
                Files.move(file, folder.resolve("part-%05d.parquet".formatted(part++)));
            } else {
                Files.delete(file);
            }
        }
    }

    private <R extends Record> Written csv(Schema<R> schema, Dataset<Row> rows, String counted) throws IOException {
        int countedAt = schema.names().indexOf(counted);
        SortedMap<String, Long> counts = new TreeMap<>();
        Path file = run.resolve("csv").resolve(schema.table() + ".csv");
        Files.createDirectories(file.getParent());
        int[] key = schema.keys().stream().mapToInt(schema.names()::indexOf).toArray();
        long count = 0;
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(
                        out,
                        CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
            printer.printRecord(schema.names());
            Row before = null;
            for (Iterator<Row> each = rows.toLocalIterator(); each.hasNext(); count++) {
                Row row = each.next();
                if (before != null && sameKey(before, row, key)) {
                    throw new IllegalStateException(
                            "table " + schema.table() + " has the key " + keyText(row, key) + " twice");
                }
                print(printer, row);
                if (countedAt >= 0) {
                    counts.merge(row.getString(countedAt), 1L, Long::sum);
                }
                before = row;
            }
        }
        return new Written(count, counts);
    }

    private static void print(CSVPrinter printer, Row row) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            Object cell = row.get(i);
            printer.print(cell instanceof String text ? InertText.of(text) : cell);
        }
        printer.println();
    }

    private static boolean sameKey(Row a, Row b, int[] key) {
        for (int i : key) {
            if (!Objects.equals(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String keyText(Row row, int[] key) {
        StringBuilder text = new StringBuilder();
        for (int i : key) {
            text.append(text.isEmpty() ? "" : ", ").append(row.get(i));
        }
        return text.toString();
    }
}
