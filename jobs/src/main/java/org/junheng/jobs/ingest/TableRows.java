package org.junheng.jobs.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The rows of a table on their way to Spark: a small table stays in memory, a large one goes to Parquet in batches. */
final class TableRows {
    static final int BATCH = 250_000;

    private final SparkSession spark;
    private final StructType struct;
    private final Path spill;
    private List<Row> batch = new ArrayList<>();
    private boolean spilled;
    private long size;

    TableRows(SparkSession spark, StructType struct, Path spill) {
        this.spark = spark;
        this.struct = struct;
        this.spill = spill;
    }

    void add(@Nullable Object[] values) {
        if (batch.size() == BATCH) {
            spill();
        }
        batch.add(RowFactory.create(values));
        size++;
    }

    long size() {
        return size;
    }

    private void spill() {
        spark.createDataFrame(batch, struct)
                .write()
                .mode(spilled ? SaveMode.Append : SaveMode.Overwrite)
                .parquet(spill.toString());
        spilled = true;
        batch = new ArrayList<>();
    }

    /** The rows but those that left after they had been read. */
    Dataset<Row> without(Set<Place> gone) {
        size -= gone.size();
        if (!spilled) {
            int file = struct.fieldIndex(RowReader.SOURCE_FILE);
            batch.removeIf(r -> !gone.isEmpty() && gone.contains(new Place(r.getString(file), r.getLong(file + 1))));
            return spark.createDataFrame(batch, struct);
        }
        spill();
        Dataset<Row> all = spark.read().schema(struct).parquet(spill.toString());
        return gone.isEmpty() ? all : all.join(functions.broadcast(places(gone)), keys(), "left_anti");
    }

    private Dataset<Row> places(Set<Place> gone) {
        StructType type = new StructType()
                .add(RowReader.SOURCE_FILE, DataTypes.StringType)
                .add(RowReader.SOURCE_ROW, DataTypes.LongType);
        List<Row> rows = gone.stream()
                .sorted()
                .map(p -> RowFactory.create(p.file(), p.row()))
                .toList();
        return spark.createDataFrame(rows, type);
    }

    private static String[] keys() {
        return new String[] {RowReader.SOURCE_FILE, RowReader.SOURCE_ROW};
    }
}
