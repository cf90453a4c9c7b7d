package org.junheng.jobs.rows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads of this program that share work on lists; what they give stands in the order of the parts. */
public final class Workers {
    private static final ExecutorService THREADS =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                Thread daemon = new Thread(work, "rows");
                daemon.setDaemon(true);
                return daemon;
            });

    private Workers() {}

    /** Work on one part. */
    public interface Work<T, R> {
        List<R> on(T part) throws Exception;
    }

    public static <T, R> List<R> each(List<T> parts, Work<T, R> work) {
        if (parts.size() == 1) {
            return calling(() -> work.on(parts.get(0)));
        }
        List<Future<List<R>>> begun =
                parts.stream().map(part -> THREADS.submit(() -> work.on(part))).toList();
        return calling(() -> {
            List<R> all = new ArrayList<>();
            for (Future<List<R>> part : begun) {
                all.addAll(part.get());
            }
            return all;
        });
    }

    /** All of them. */
    static <T> List<T> listed(Iterator<T> some) {
        List<T> all = new ArrayList<>();
        some.forEachRemaining(all::add);
        return all;
    }

    /** The functions of an engine may throw anything: what they threw is thrown as it is, or as the bug that it is. */
    static <R> R calling(Callable<R> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
