package org.junheng.jobs;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** An engine that starts beside other work as soon as it is known to be needed, or never: who asks for its session waits for it. */
public final class StartingEngine implements AutoCloseable {
    private final Aside aside = new Aside();
    private final String timezone;
    private @Nullable Supplier<SparkSession> begun;

    public StartingEngine(String timezone) {
        this.timezone = timezone;
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
            known = aside.begin(() -> Engine.start(timezone));
            begun = known;
        }
        return known;
    }

    /** The session, active on the thread that asks and on those that it starts from then on: what a query means depends on its settings. */
    public SparkSession session() {
        SparkSession started = starting().get();
        SparkSession.setActiveSession(started);
        return started;
    }

    @Override
    public void close() throws IOException {
        try (aside) {
            if (begun != null) {
                session().close();
            }
        }
    }
}
