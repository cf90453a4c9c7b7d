package org.junheng.jobs;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.slf4j.LoggerFactory;

/** An engine that starts while a delivery is read: who asks for its session waits for it. */
public final class StartingEngine implements AutoCloseable {
    private final Aside aside = new Aside();
    private final Supplier<SparkSession> session;

    public StartingEngine(String timezone) {
        LoggerFactory.getILoggerFactory(); // two threads that ask for a first logger at once make the logging library
        // complain
        this.session = aside.begin(() -> Engine.start(timezone));
    }

    /** The session, active on the thread that asks and on those that it starts from then on: what a query means depends on its settings. */
    public SparkSession session() {
        SparkSession started = session.get();
        SparkSession.setActiveSession(started);
        return started;
    }

    @Override
    public void close() throws IOException {
        try (aside) {
            session.get().close();
        }
    }
}
