package org.junheng.jobs;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a run: the settings that results depend on are pinned here and checked nowhere else. */
public final class Engine {
    private Engine() {}

    /** Whether spark-submit names a master: then everything is done there. */
    public static boolean isGiven() {
        return System.getProperty("spark.master") != null;
    }

    /** A session on the master that spark-submit names, else on this machine's cores. */
    public static SparkSession start(String timezone) {
        return start(timezone, Map.of());
    }

    /** The same with further settings. */
    static SparkSession start(String timezone, Map<String, String> settings) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("junheng")
                .config("spark.sql.ansi.enabled", true)
                .config("spark.sql.session.timeZone", timezone)
                .config("spark.sql.datetime.java8API.enabled", true)
                .config("spark.sql.legacy.timeParserPolicy", "CORRECTED")
                .config("spark.sql.sources.partitionColumnTypeInference.enabled", false)
                .config("spark.sql.files.ignoreCorruptFiles", false)
                .config("spark.sql.files.ignoreMissingFiles", false)
                .config("spark.sql.files.maxPartitionBytes", "16g")
                .config("spark.hadoop.parquet.page.verify-checksum.enabled", true)
                .config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", 1)
                .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", false)
                .config("spark.sql.inMemoryColumnarStorage.compressed", false)
                .config("spark.speculation", false)
                .config("spark.ui.enabled", false);
        if (!isGiven()) {
            int cores = Runtime.getRuntime().availableProcessors();
            builder.master("local[" + cores + "]")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.shuffle.partitions", cores)
                    .config("spark.sql.adaptive.enabled", false)
                    .config("spark.shuffle.compress", false)
                    .config("spark.shuffle.spill.compress", false)
                    // tells two attempts of a task apart, of which one machine makes one
                    .config("spark.sql.shuffle.orderIndependentChecksum.enabled", false)
                    .config("spark.sql.autoBroadcastJoinThreshold", "64m")
                    .config("spark.memory.fraction", 0.4); // the rest is the program's own, which shares the heap
        }
        settings.forEach(builder::config);
        SparkSession spark = builder.getOrCreate();
        spark.sparkContext()
                .setLogLevel(isGiven() ? "ERROR" : "FATAL"); // on one machine all that fails is thrown as well
        return spark;
    }
}
