package org.junheng.jobs.publish;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.Schema;

/** Writes a published table twice, as Parquet and as CSV with the same rows, in the order of its key; a key that stands twice fails the run. Several threads may write. */
public final class TableWriter {
    private static final long ROWS_OF_A_PART = 100_000;

    private final Path run;
    private final int parts;
    private final SortedMap<String, Written> written = new ConcurrentSkipListMap<>();

    public TableWriter(Path run) {
        this(run, 1);
    }

    /** @param parts tasks that write a large table beside each other, at most; each makes a Parquet file of its own */
    public TableWriter(Path run, int parts) {
        this.run = run;
        this.parts = parts;
    }

    /**
     * What was written.
     *
     * @param counts number of rows by the word in the column that was counted; empty when none was
     */
    public record Written(long rows, SortedMap<String, Long> counts) implements Serializable {
        public static final Written NOTHING = new Written(0, new TreeMap<>());

        Written and(Written other) {
            SortedMap<String, Long> sums = new TreeMap<>(counts);
            other.counts.forEach((word, count) -> sums.merge(word, count, Long::sum));
            return new Written(rows + other.rows, sums);
        }
    }

    /** What has been written until now, by table. */
    public SortedMap<String, Written> written() {
        return new TreeMap<>(written);
    }

    /** Writes records. */
    public <R extends Record> void write(Class<R> type, List<R> records) {
        write(type, Rows.of(Schema.of(type), records), row -> row, "");
    }

    /**
     * Writes a table and counts its rows by the words of one column.
     *
     * @param rows may hold more than the columns of the table
     * @param shown what is written of a row; its key stays
     */
    public <R extends Record> void write(Class<R> type, Rows rows, Shown shown, String counted) {
        Writing writing = new Writing(type, run.toString(), shown, counted);
        rows.spread().ifPresentOrElse(spread -> write(writing, spread), () -> write(writing, rows.list()));
    }

    /** What is shown of a row. */
    public interface Shown extends Serializable {
        Row of(Row row);
    }

    private void write(Writing writing, List<Row> rows) {
        Schema<?> schema = Schema.of(writing.type());
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(order(schema));
        writing.call(0, sorted.iterator()).forEachRemaining(outcome -> told(schema, outcome));
    }

    private void write(Writing writing, Dataset<Row> all) {
        Schema<?> schema = Schema.of(writing.type());
        Dataset<Row> rows = all.select(Stream.concat(
                        schema.names().stream(), Arrays.stream(all.columns()).filter(name -> !schema.names()
                                .contains(name)))
                .map(functions::col)
                .toArray(Column[]::new));
        Column[] key = schema.keys().stream()
                .map(k -> functions.col(k).asc_nulls_first())
                .toArray(Column[]::new);
        if (!all.sparkSession().sparkContext().isLocal()) { // its machines need not see the folder of the run
            writing.call(0, rows.sort(key).toLocalIterator()).forEachRemaining(outcome -> told(schema, outcome));
            return;
        }
        String first = schema.keys().get(0);
        Ranges ranges = parts == 1 ? new Ranges(first, List.of()) : Ranges.of(rows, first, ROWS_OF_A_PART, parts);
        ranges.of(rows)
                .sortWithinPartitions(key)
                .toJavaRDD()
                .mapPartitionsWithIndex(writing, true)
                .collect()
                .forEach(outcome -> told(schema, outcome));
        try {
            TableFiles.join(schema, run, ranges.parts());
        } catch (IOException e) {
            throw Storage.refuse(file(schema), e);
        }
    }

    private Path file(Schema<?> schema) {
        return run.resolve("csv").resolve(schema.table() + ".csv");
    }

    private void told(Schema<?> schema, Outcome outcome) {
        if (outcome.unwritten() != null) {
            throw Storage.refuse(file(schema), outcome.unwritten());
        } else if (outcome.twice() != null) {
            throw outcome.twice();
        }
        written.merge(schema.table(), outcome.written(), Written::and);
    }

    /** What became of a table; faults travel as they are, for an engine would wrap them. */
    private record Outcome(Written written, @Nullable IOException unwritten, TableFiles.@Nullable KeyTwice twice)
            implements Serializable {

        static Outcome of(Class<? extends Record> type, Iterator<Row> rows, Path run, int part, String counted) {
            try {
                return new Outcome(TableFiles.write(Schema.of(type), rows, run, part, counted), null, null);
            } catch (IOException e) {
                return new Outcome(Written.NOTHING, e, null);
            } catch (TableFiles.KeyTwice e) {
                return new Outcome(Written.NOTHING, null, e);
            }
        }
    }

    private record Writing(Class<? extends Record> type, String run, Shown shown, String counted)
            implements Function2<Integer, Iterator<Row>, Iterator<Outcome>> {
        @Override
        public Iterator<Outcome> call(Integer part, Iterator<Row> rows) {
            return List.of(Outcome.of(type, shown(rows), Path.of(run), part, counted))
                    .iterator();
        }

        private Iterator<Row> shown(Iterator<Row> rows) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public Row next() {
                    return shown.of(rows.next());
                }
            };
        }
    }

    /** The order that the engine gives: no cell before any, text by its bytes. */
    private static Comparator<Row> order(Schema<?> schema) {
        int[] key = schema.keys().stream().mapToInt(schema.names()::indexOf).toArray();
        return (a, b) -> {
            int order = 0;
            for (int i = 0; i < key.length && order == 0; i++) {
                order = compare(a.get(key[i]), b.get(key[i]));
            }
            return order;
        };
    }

    @SuppressWarnings("unchecked") // cells of one column are of one type
    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == b) { // texts that say the same are mostly one object
            return 0;
        } else if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        } else if (a instanceof String text) {
            return TextOrder.BYTES.compare(text, (String) b);
        }
        return ((Comparable<Object>) a).compareTo(b);
    }
}
