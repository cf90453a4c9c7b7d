package org.junheng.jobs.ingest;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Rows;

/** A delivered table after its checks. The engine is asked when the rows are, for it may start while files are read. */
public final class CheckedTable {
    private final List<String> columns;
    private final Set<String> filled;
    private final Supplier<Rows> source;
    private final Supplier<SparkSession> engine;
    private @Nullable Rows rows;

    CheckedTable(List<String> columns, Set<String> filled, Supplier<Rows> source, Supplier<SparkSession> engine) {
        this.columns = columns;
        this.filled = filled;
        this.source = source;
        this.engine = engine;
    }

    /** The columns of the table's record, then any further delivered columns as text, then {@code source_file} (text) and {@code source_row} (long). */
    public List<String> columns() {
        return columns;
    }

    /** Columns that hold at least one value. */
    public Set<String> filled() {
        return filled;
    }

    public Dataset<Row> dataset() {
        return rows().dataset(engine.get());
    }

    public synchronized Rows rows() {
        if (rows == null) {
            rows = source.get();
        }
        return rows;
    }
}
