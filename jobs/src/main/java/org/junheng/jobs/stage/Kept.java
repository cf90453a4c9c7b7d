package org.junheng.jobs.stage;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that several stages read, computed once.
 *
 * <p>On one machine the plan ends where rows are kept: they stay as they are, in memory or on disk, and later plans do not carry all that went
 * before through every rule. On a cluster, where a machine may be lost, they are a cache that can be computed again.
 */
public final class Kept {
    private Kept() {}

    public static Dataset<Row> of(Dataset<Row> rows) {
        return rows.sparkSession().sparkContext().isLocal()
                ? rows.localCheckpoint(false, StorageLevel.MEMORY_AND_DISK())
                : rows.persist(StorageLevel.MEMORY_AND_DISK());
    }
}
