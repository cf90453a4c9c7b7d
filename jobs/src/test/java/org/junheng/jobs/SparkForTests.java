package org.junheng.jobs;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** One session at a time, with the settings of a run; a new one when a command of a test has ended the one before. */
public final class SparkForTests {
    private static Optional<SparkSession> current = Optional.empty();

    private SparkForTests() {}

    public static synchronized SparkSession session() {
        if (current.isEmpty() || current.get().sparkContext().isStopped()) {
            current = Optional.of(Engine.start("Asia/Shanghai"));
        }
        return current.get();
    }
}
