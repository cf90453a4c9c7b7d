package org.junheng.jobs.ingest;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A delivered table after its checks.
 *
 * @param rows the columns of the table's record, then any further delivered columns as text, then {@code source_file} (text) and {@code source_row} (long)
 * @param filled columns that hold at least one value
 */
public record CheckedTable(Dataset<Row> rows, Set<String> filled) {}
