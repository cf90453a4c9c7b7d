package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The session starts on a thread of its own, and its settings hold where it is asked for. */
class StartingEngineTest {
    @Test
    @SuppressWarnings("resource") // closing it would stop the engine of the other tests
    void sessionIsActiveOnTheThreadThatAsks() {
        SparkSession expected = SparkForTests.session();
        SparkSession active = CompletableFuture.supplyAsync(() -> {
                    SparkSession.clearActiveSession();
                    new StartingEngine("Asia/Shanghai", Map.of()).session();
                    return SparkSession.getActiveSession().get();
                })
                .join();
        assertEquals(expected, active);
    }
}
