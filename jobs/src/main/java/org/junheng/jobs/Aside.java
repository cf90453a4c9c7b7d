package org.junheng.jobs;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work that goes on beside the main thread; what it gives does not depend on when it is done. */
final class Aside implements AutoCloseable {
    private static final int LONGEST_SECONDS = 600;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread daemon = new Thread(work, "aside");
        daemon.setDaemon(true);
        return daemon;
    });

    /** Begins some work; the result waits for it, and throws what it threw. */
    <T> Supplier<T> begin(Supplier<T> work) {
        CompletableFuture<T> begun = CompletableFuture.supplyAsync(work, thread);
        return () -> {
            try {
                return begun.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        };
    }

    /** Begins some work that gives nothing; running the answer waits for it, and throws what it threw. */
    Runnable start(Runnable work) {
        Supplier<Boolean> begun = begin(() -> {
            work.run();
            return true;
        });
        return () -> Objects.requireNonNull(begun.get());
    }

    /** Nothing begins any more, and what goes on is told to stop; when this returns it has, so that nobody writes into a folder that is about to be removed. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("work beside a run has not ended for " + LONGEST_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
