package org.junheng.jobs.bench;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;
import org.junheng.jobs.Engine;

/**
 * The least that a Spark job can be: read a small CSV file, group, write Parquet. {@code .bench/startup} measures it on the same
 * jars, flags and session settings as a run, so that what a run costs beyond its engine can be seen.
 */
public final class TrivialJob {
    private TrivialJob() {}

    /** {@code pupil_scores.csv OUT}. */
    public static void main(String... args) throws IOException {
        try (SparkSession spark = Engine.start("Asia/Shanghai")) {
            spark.read()
                    .option("header", true)
                    .csv(args[0])
                    .groupBy("school_code", "year")
                    .agg(
                            count(lit(1)).as("pupils"),
                            avg(col("score").try_cast("double")).as("mean_score"))
                    .write()
                    .parquet(args[1]);
        }
    }
}
