package org.junheng.jobs;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Work that goes on beside the main thread; what it gives does not depend on when it is done. */
final class Aside implements AutoCloseable {
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

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
