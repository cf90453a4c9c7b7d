package org.junheng.jobs.ingest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a long file, taken apart into cells by a thread of their own while those before are examined; a short one is read as it is asked for. */
final class ReadAhead implements SheetSource {
    private static final int SHORT = 5_000;

    private final SheetSource sheet;
    private int rows;
    private @Nullable Belt<RawRow> ahead;
    private @Nullable Thread reading;

    ReadAhead(SheetSource sheet) {
        this.sheet = sheet;
    }

    @Override
    public @Nullable RawRow next() {
        if (ahead == null && rows++ < SHORT) {
            return sheet.next();
        }
        return begun().next();
    }

    private Belt<RawRow> begun() {
        Belt<RawRow> known = ahead;
        if (known != null) {
            return known;
        }
        Belt<RawRow> belt = new Belt<>();
        Thread thread = new Thread(() -> read(belt), "reading ahead");
        thread.setDaemon(true);
        thread.start();
        ahead = belt;
        reading = thread;
        return belt;
    }

    private void read(Belt<RawRow> belt) {
        try {
            try {
                for (RawRow row = sheet.next(); row != null; row = sheet.next()) {
                    belt.put(row);
                }
                belt.end();
            } catch (RuntimeException e) {
                belt.fail(e);
            }
        } catch (NobodyReads e) {
            // the sheet was closed before its end
        }
    }

    private static final class NobodyReads extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public boolean isWhole() {
        return sheet.isWhole();
    }

    @Override
    public void close() throws IOException {
        try {
            if (ahead != null && reading != null) {
                ahead.stop(new NobodyReads());
                reading.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sheet.close();
        }
    }
}
