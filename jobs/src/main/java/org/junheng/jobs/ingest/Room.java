package org.junheng.jobs.ingest;

/**
 * Room for the rows of one delivery in this program. While it lasts they stay where they are read, and are evaluated without an engine; from the
 * first row on that finds none the delivery is the engine's.
 */
public final class Room {
    /** What lists of rows, and of the numbers made of them, take less of 2 GB of memory than an engine and its caches would. */
    public static final long ORDINARY = 150_000;

    private final long rows;
    private final Runnable whenFull;
    private long taken;

    /**
     * Room for some rows.
     *
     * @param rows none = everything is the engine's
     * @param whenFull what is done when a row finds no room, once
     */
    public Room(long rows, Runnable whenFull) {
        this.rows = rows;
        this.whenFull = whenFull;
    }

    /** No room at all. */
    public static Room none() {
        return new Room(-1, () -> {});
    }

    void take() {
        taken++;
        if (taken == rows + 1) {
            whenFull.run();
        }
    }

    /** Whether every row until now has found room. */
    boolean isThere() {
        return taken <= rows;
    }
}
