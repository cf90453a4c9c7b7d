package org.junheng.jobs.publish;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.Schema;

/** Writes a published table twice, as Parquet and as CSV with the same rows, in the order of its key; a key that stands twice fails the run. Several threads may write. */
public final class TableWriter {
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
        Schema<R> schema = Schema.of(type);
        List<Outcome> outcomes = arranged(rows, schema.names())
                .ordered(schema.keys(), parts, new Writing(type, run.toString(), shown, counted));
        outcomes.forEach(outcome -> told(schema, outcome));
        try {
            TableFiles.join(schema, run, outcomes.size());
        } catch (IOException e) {
            throw Storage.refuse(file(schema), e);
        }
    }

    /** With the columns of the table first. */
    private static Rows arranged(Rows rows, List<String> names) {
        List<String> columns = List.of(rows.struct().fieldNames());
        return columns.subList(0, names.size()).equals(names)
                ? rows
                : rows.only(Stream.concat(names.stream(), columns.stream().filter(name -> !names.contains(name)))
                        .toList());
    }

    /** What is shown of a row. */
    public interface Shown extends Serializable {
        Row of(Row row);
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
            implements Rows.Ordered<Outcome> {
        private static final long serialVersionUID = 1L;

        @Override
        public Outcome of(int part, Iterator<Row> rows) {
            return Outcome.of(type, shown(rows), Path.of(run), part, counted);
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
}
