package org.junheng.jobs.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ingest.ParquetRows;
import org.junheng.jobs.table.Schema;

/** The two files of a published table, filled in one pass over its rows. */
final class TableFiles implements Closeable {
    private final Schema<?> schema;
    private final int[] key;
    private final int countedAt;
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private final ParquetRows parquet;
    private final CsvLines csv;
    private long size;
    private @Nullable Row last;

    /** A bug: rows that contradict or repeat each other would be published. */
    static final class KeyTwice extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        KeyTwice(String what) {
            super(what);
        }
    }

    private TableFiles(Schema<?> schema, Path run, int part, String counted) throws IOException {
        this.schema = schema;
        this.key = schema.keys().stream().mapToInt(schema.names()::indexOf).toArray();
        this.countedAt = schema.names().indexOf(counted);
        String name = String.format(Locale.ROOT, "part-%05d.parquet", part);
        this.parquet = ParquetRows.lasting(
                run.resolve("tables").resolve(schema.table()).resolve(name), schema.struct());
        Path text = csv(schema, run, part);
        this.csv = part == 0
                ? CsvLines.under(schema.names(), text)
                : CsvLines.following(schema.names().size(), text);
    }

    /** Where the rows of a part stand as text; all end up in the file of the first. */
    private static Path csv(Schema<?> schema, Path run, int part) {
        String name = schema.table() + ".csv";
        return run.resolve("csv").resolve(part == 0 ? name : "." + name + "-" + part);
    }

    /** Puts the text of all parts into one file. */
    static void join(Schema<?> schema, Path run, int parts) throws IOException {
        try (FileChannel whole = FileChannel.open(csv(schema, run, 0), StandardOpenOption.APPEND)) {
            for (int i = 1; i < parts; i++) {
                Path part = csv(schema, run, i);
                try (FileChannel in = FileChannel.open(part)) {
                    for (long at = 0; at < in.size(); ) {
                        at += in.transferTo(at, in.size() - at, whole);
                    }
                }
                Files.delete(part);
            }
        }
    }

    /**
     * Writes the rows of a table below the folder of a run, or those of a part of it.
     *
     * @param rows in the order of the key
     * @param part 0 for the first or only one
     * @param counted the column whose words are counted
     * @throws KeyTwice when a key stands twice
     */
    static TableWriter.Written write(Schema<?> schema, Iterator<Row> rows, Path run, int part, String counted)
            throws IOException {
        try (TableFiles files = new TableFiles(schema, run, part, counted)) {
            while (rows.hasNext()) {
                files.add(rows.next());
            }
            return new TableWriter.Written(files.size, files.counts);
        }
    }

    private void add(Row row) throws IOException {
        if (last != null && sameKey(last, row)) {
            throw new KeyTwice("table " + schema.table() + " has the key " + keyText(row) + " twice");
        }
        @Nullable Object[] cells = new @Nullable Object[row.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.get(i);
        }
        csv.add(cells);
        parquet.add(cells);
        if (countedAt >= 0) {
            counts.merge(row.getString(countedAt), 1L, Long::sum);
        }
        size++;
        last = row;
    }

    private boolean sameKey(Row a, Row b) {
        for (int i : key) {
            if (!Objects.equals(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private String keyText(Row row) {
        StringBuilder text = new StringBuilder();
        for (int i : key) {
            text.append(text.isEmpty() ? "" : ", ").append(row.get(i));
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        try (csv) {
            parquet.close();
        }
    }
}
