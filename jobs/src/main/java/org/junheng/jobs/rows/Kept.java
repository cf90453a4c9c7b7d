package org.junheng.jobs.rows;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that several stages read, computed once: those of a delivery of ordinary size stay in memory, those of a large one ({@link #begin}) go to disk, so that the heap
 * does not grow with the delivery. On a cluster, where a machine may be lost, they can be computed again.
 */
public final class Kept {
    /** Setting of a session: how many delivered rows make a delivery large. */
    public static final String LARGE = "junheng.large.rows";

    private static final String ROWS_FOR_MEMORY = "300000";
    private static final String BEFORE = "junheng.kept.partitions";
    private static final String PARTITIONS = "spark.sql.shuffle.partitions";
    private static final int LEAST_PARTS = 8;
    private static final int MOST_PARTS = 200;
    private static final long ROWS_OF_A_PART = 500_000;

    private Kept() {}

    /**
     * From now on what is kept goes to disk if the delivery is large, and where rows meet there are more parts than a machine has cores: they are uneven, and one is in
     * memory as a whole. On one machine only.
     *
     * @param rows delivered
     */
    public static void begin(SparkSession spark, long rows) {
        if (spark.sparkContext().isLocal() && rows > Long.parseLong(spark.conf().get(LARGE, ROWS_FOR_MEMORY))) {
            spark.conf().set(BEFORE, spark.conf().get(PARTITIONS));
            spark.conf().set(PARTITIONS, Math.max(LEAST_PARTS, Math.min(MOST_PARTS, rows / ROWS_OF_A_PART)));
        }
    }

    /** Nothing is kept any more. */
    public static void end(SparkSession spark) {
        spark.catalog().clearCache();
        JavaSparkContext.fromSparkContext(spark.sparkContext())
                .getPersistentRDDs()
                .values()
                .forEach(rdd -> rdd.unpersist(false));
        if (isOnDisk(spark)) {
            spark.conf().set(PARTITIONS, spark.conf().get(BEFORE));
            spark.conf().unset(BEFORE);
        }
    }

    /** Whether the delivery is large. */
    public static boolean isOnDisk(SparkSession spark) {
        return spark.conf().contains(BEFORE);
    }

    /** Into how many parts rows go that meet. */
    static int parts(SparkSession spark) {
        return Integer.parseInt(spark.conf().get(PARTITIONS));
    }

    static JavaRDD<byte[]> of(SparkSession spark, JavaRDD<byte[]> parcels) {
        return parcels.persist(isOnDisk(spark) ? StorageLevel.DISK_ONLY() : StorageLevel.MEMORY_AND_DISK());
    }

    /** Parcels of this program as the engine's; of a large delivery they do not stay in memory. */
    static JavaRDD<byte[]> given(SparkSession spark, Iterator<byte[]> parcels) {
        List<byte[]> all = Workers.listed(parcels);
        JavaRDD<byte[]> given = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(all, Math.max(1, Math.min(all.size(), parts(spark))));
        if (!isOnDisk(spark)) {
            return given;
        }
        JavaRDD<byte[]> stored = of(spark, given.map(parcel -> parcel));
        stored.rdd().localCheckpoint();
        stored.count();
        return stored;
    }
}
