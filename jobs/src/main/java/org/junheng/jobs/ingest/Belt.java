package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way from one thread to another, in their order and a batch at a time; the one that is ahead waits. What fails on either side fails
 * the other.
 */
final class Belt<T> {
    private static final int BATCH = 1_000;
    private static final int BATCHES = 4;

    private final BlockingQueue<List<T>> batches = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(BATCHES);
    private List<T> filling = new ArrayList<>(BATCH);
    private List<T> emptying = List.of();
    private int at;
    private boolean hasEnded;
    private volatile @Nullable RuntimeException failure;

    /** Puts a row on; the only thread that does is the one ahead. */
    void put(T row) {
        filling.add(row);
        if (filling.size() == BATCH) {
            send();
        }
    }

    /** No row follows. */
    void end() {
        if (!filling.isEmpty()) {
            send();
        }
        send(); // an empty batch ends them
    }

    private void send() {
        room.acquireUninterruptibly();
        told();
        batches.add(filling);
        filling = new ArrayList<>(BATCH);
    }

    /** No row follows, for this reason; those before still arrive. */
    void fail(RuntimeException why) {
        if (!filling.isEmpty()) {
            send();
        }
        failure = why;
        batches.add(List.of());
    }

    /** The thread behind takes no more; the one ahead is told why when it puts the next. */
    void stop(RuntimeException why) {
        failure = why;
        room.release(BATCHES);
    }

    /** The next row for the thread behind; null after the last. */
    @Nullable
    T next() {
        if (at == emptying.size() && !hasEnded) {
            emptying = taken();
            at = 0;
            hasEnded = emptying.isEmpty();
        }
        return hasEnded ? null : emptying.get(at++);
    }

    private List<T> taken() {
        try {
            List<T> batch = batches.take();
            room.release();
            if (batch.isEmpty()) {
                told();
            }
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rows were waited for", e);
        }
    }

    /** Throws what failed, if anything did. */
    void told() {
        RuntimeException why = failure;
        if (why != null) {
            throw why;
        }
    }
}
