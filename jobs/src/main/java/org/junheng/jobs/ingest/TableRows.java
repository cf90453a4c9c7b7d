package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.Schema;

/**
 * The rows of a table on their way to the stages: they stay in memory while there is room for the delivery; of a larger delivery a small table stays
 * there, a large one goes to a Parquet file row by row. (Rows in memory are part of every plan, and Spark walks through them in every rule.)
 */
final class TableRows {
    private static final int IN_MEMORY = 2_000;
    private static final int LISTED = 1_000;

    private final StructType struct;
    private final Path file;
    private final Room room;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable WriteBehind parquet;
    private Set<Place> gone = Set.of();
    private long size;

    TableRows(StructType struct, Path file, Room room) {
        this.struct = struct;
        this.file = file;
        this.room = room;
    }

    void add(@Nullable Object[] values) {
        size++;
        room.take();
        try {
            if (parquet == null && (room.isThere() || rows.size() < IN_MEMORY)) {
                rows.add(Schema.named(values, struct));
            } else {
                spilled().add(values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WriteBehind spilled() throws IOException {
        if (parquet == null) {
            parquet = new WriteBehind(ParquetRows.passing(file, struct));
            for (Row row : rows) {
                parquet.add(values(row));
            }
            rows.clear();
        }
        return parquet;
    }

    /** Rows for which there was room, and that the engine shall read all the same. */
    private void stored() {
        if (parquet == null) {
            try {
                spilled().close();
                gone = Set.of(); // they are not among the rows in memory
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static @Nullable Object[] values(Row row) {
        @Nullable Object[] values = new @Nullable Object[row.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        return values;
    }

    long size() {
        return size;
    }

    /** No row comes any more, and these left after they had been read. */
    void end(Set<Place> left) {
        gone = left;
        size -= gone.size();
        if (parquet == null) {
            int at = struct.fieldIndex(RowReader.SOURCE_FILE);
            rows.removeIf(r -> !gone.isEmpty() && gone.contains(new Place(r.getString(at), r.getLong(at + 1))));
            return;
        }
        try {
            parquet.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows but those that left, as a list where there was room for the whole delivery. */
    Rows rows(Supplier<SparkSession> engine) {
        return room.isThere() ? Rows.of(struct, rows) : Rows.of(dataset(engine.get()));
    }

    /** The rows but those that left. */
    Dataset<Row> dataset(SparkSession spark) {
        if (parquet == null && rows.size() <= IN_MEMORY) {
            return spark.createDataFrame(rows, struct);
        }
        stored();
        Dataset<Row> all = spark.read().schema(struct).parquet(SharedFile.of(spark, file));
        return gone.size() > LISTED ? joined(all) : filtered(all);
    }

    private Dataset<Row> filtered(Dataset<Row> all) {
        Map<String, List<Long>> byFile = gone.stream()
                .collect(Collectors.groupingBy(
                        Place::file, TreeMap::new, Collectors.mapping(Place::row, Collectors.toList())));
        Dataset<Row> kept = all;
        for (Map.Entry<String, List<Long>> entry : byFile.entrySet()) {
            kept = kept.filter(functions.not(functions
                    .col(RowReader.SOURCE_FILE)
                    .equalTo(entry.getKey())
                    .and(functions
                            .col(RowReader.SOURCE_ROW)
                            .isin(entry.getValue().toArray()))));
        }
        return kept;
    }

    private Dataset<Row> joined(Dataset<Row> all) {
        StructType type = new StructType()
                .add(RowReader.SOURCE_FILE, DataTypes.StringType)
                .add(RowReader.SOURCE_ROW, DataTypes.LongType);
        List<Row> places = gone.stream()
                .sorted()
                .map(p -> RowFactory.create(p.file(), p.row()))
                .toList();
        String[] keys = {RowReader.SOURCE_FILE, RowReader.SOURCE_ROW};
        return all.join(functions.broadcast(all.sparkSession().createDataFrame(places, type)), keys, "left_anti");
    }
}
