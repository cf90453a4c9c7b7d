package org.junheng.jobs.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes rows to a file by a thread of its own while those after them are read. */
final class WriteBehind implements Closeable {
    private final Belt<@Nullable Object[]> belt = new Belt<>();
    private final ParquetRows file;
    private final Thread writing = new Thread(this::write, "writing behind");

    WriteBehind(ParquetRows file) {
        this.file = file;
        writing.setDaemon(true);
        writing.start();
    }

    /** @param row not changed from now on */
    void add(@Nullable Object[] row) {
        belt.put(row);
    }

    private void write() {
        try {
            for (Object[] row = belt.next(); row != null; row = belt.next()) {
                file.add(row);
            }
        } catch (IOException e) {
            belt.stop(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            belt.stop(e);
        }
    }

    /** Waits until every row is written. */
    @Override
    public void close() throws IOException {
        try (file) {
            belt.end();
            writing.join();
            belt.told();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while rows were written", e);
        }
    }
}
