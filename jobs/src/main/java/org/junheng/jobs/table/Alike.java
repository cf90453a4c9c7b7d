package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;

/**
 * One object for texts that say the same: codes, units and reasons stand in many rows, and each row of a file or of the engine brings its own copy.
 * Only the latest texts are remembered, so that this costs no memory of its own; two copies may stay two. For one thread.
 */
final class Alike {
    private static final int REMEMBERED = 1 << 12;
    private static final ThreadLocal<Alike> HERE = ThreadLocal.withInitial(Alike::new);

    private final @Nullable String[] latest = new @Nullable String[REMEMBERED];

    private Alike() {}

    /** That of this thread. */
    static Alike here() {
        return HERE.get();
    }

    /** The same text, where it can be as an object that is in use already. */
    String of(String text) {
        int hash = text.hashCode();
        int at = (hash ^ (hash >>> 12)) & (REMEMBERED - 1);
        @Nullable String known = latest[at];
        if (text.equals(known)) {
            return known;
        }
        latest[at] = text;
        return text;
    }
}
