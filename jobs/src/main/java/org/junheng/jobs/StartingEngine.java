package org.junheng.jobs;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** An engine that starts beside other work as soon as it is known to be needed, or never: who asks for its session waits for it. */
public final class StartingEngine implements AutoCloseable {
    private final Aside aside = new Aside();
    private final String timezone;
    private final Map<String, String> settings;
    private @Nullable Supplier<SparkSession> begun;

    /** @param settings further ones, such as those of the place that results go to */
    public StartingEngine(String timezone, Map<String, String> settings) {
        this.timezone = timezone;
        this.settings = Map.copyOf(settings);
        LoggerFactory.getILoggerFactory(); // two threads that ask for a first logger at once make the logging library
        // complain
    }

    /** Begins to start it, once. */
    public void begin() {
        starting();
    }

    private synchronized Supplier<SparkSession> starting() {
        Supplier<SparkSession> known = begun;
        if (known == null) {
            known = aside.begin(() -> Engine.start(timezone, settings));
            begun = known;
        }
        return known;
    }

    /** The session, active on the thread that asks and on those that it starts from then on: what a query means depends on its settings. */
    public SparkSession session() {
        SparkSession started = started();
        SparkSession.setActiveSession(started);
        return started;
    }

    private SparkSession started() {
        try {
            return starting().get();
        } catch (RuntimeException e) {
            Refusal refusal = new Refusal(
                    ExitStatus.STORAGE,
                    "计算引擎无法启动(" + e + ")。请检查内存、临时文件夹和回环地址 127.0.0.1。",
                    "the engine could not start (" + e
                            + "). Check memory, the temporary folder and the loopback address 127.0.0.1.");
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** Whoever asked for a session that did not start has been told; then there is nothing to close. */
    @Override
    public void close() throws IOException {
        try (aside) {
            if (begun != null) {
                started().close();
            }
        } catch (Refusal e) {
            return;
        }
    }
}
