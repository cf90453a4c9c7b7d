package org.junheng.jobs.rows;

import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that several stages read, computed once.
 *
 * <p>On one machine the plan ends where rows are kept, and later plans do not carry all that went before through every rule. Rows of a delivery of
 * ordinary size stay in memory as they are; those of a large one ({@link #begin}) go to Parquet files of the run's own, so that the heap does
 * not grow with the delivery and who asks for one metric reads little else. On a cluster, where a machine may be lost, they are a cache that can
 * be computed again.
 */
public final class Kept {
    /** Setting of a session: how many delivered rows make a delivery large. */
    public static final String LARGE = "junheng.large.rows";

    private static final String ROWS_FOR_MEMORY = "300000";
    private static final String FOLDER = "junheng.kept.folder";
    private static final String BEFORE = "junheng.kept.partitions";
    private static final String PARTITIONS = "spark.sql.shuffle.partitions";
    private static final int MORE_PARTITIONS = 8;

    private Kept() {}

    /**
     * From now on what is kept goes to disk if the delivery is large, and shuffles have more partitions than a machine has cores, for they are
     * uneven; on one machine only.
     *
     * @param rows delivered
     * @param folder of this run, for what does not outlive it
     */
    public static void begin(SparkSession spark, long rows, String folder) {
        if (spark.sparkContext().isLocal() && rows > Long.parseLong(spark.conf().get(LARGE, ROWS_FOR_MEMORY))) {
            spark.conf().set(FOLDER, folder);
            spark.conf().set(BEFORE, spark.conf().get(PARTITIONS));
            spark.conf().set(PARTITIONS, MORE_PARTITIONS);
        }
    }

    /** Nothing is kept any more. */
    public static void end(SparkSession spark) {
        spark.catalog().clearCache();
        if (isOnDisk(spark)) {
            spark.conf().set(PARTITIONS, spark.conf().get(BEFORE));
            spark.conf().unset(FOLDER);
        }
    }

    /** Whether the delivery is large. */
    public static boolean isOnDisk(SparkSession spark) {
        return spark.conf().contains(FOLDER);
    }

    /** A new folder for rows to be kept; empty where they stay in memory. */
    public static Optional<String> folder(SparkSession spark) {
        return isOnDisk(spark) ? Optional.of(spark.conf().get(FOLDER) + "/" + UUID.randomUUID()) : Optional.empty();
    }

    /** Read once or twice and thrown away: not made smaller than it is, and no dictionaries of numbers. */
    private static DataFrameWriter<Row> written(Dataset<Row> rows) {
        DataFrameWriter<Row> writer = rows.write().option("compression", "uncompressed");
        for (StructField field : rows.schema().fields()) {
            if (field.dataType().equals(DataTypes.DoubleType)) {
                writer.option("parquet.enable.dictionary#" + field.name(), false);
            }
        }
        return writer;
    }

    public static Dataset<Row> of(Dataset<Row> rows) {
        SparkSession spark = rows.sparkSession();
        Optional<String> folder = folder(spark);
        if (folder.isPresent()) {
            written(rows).parquet(folder.get());
            return spark.read().schema(rows.schema()).parquet(folder.get());
        }
        return spark.sparkContext().isLocal()
                ? rows.localCheckpoint(false, StorageLevel.MEMORY_AND_DISK())
                : rows.persist(StorageLevel.MEMORY_AND_DISK());
    }
}
