package org.junheng.jobs;

import org.apache.spark.sql.SparkSession;

/** One session per JVM. */
public final class SparkForTests {
    private SparkForTests() {}

    private static final class Holder {
        static final SparkSession SESSION = SparkSession.builder()
                .master("local[2]")
                .appName("junheng-tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.session.timeZone", "Asia/Shanghai")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .getOrCreate();
    }

    public static SparkSession session() {
        return Holder.SESSION;
    }
}
