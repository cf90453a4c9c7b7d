package org.junheng.jobs.cli;

import java.util.Map;

/** A command that schedulers start: what they can read of its end, beside the exit status. */
interface Scheduled {
    /** Facts by name, for the last line; empty values are left out. */
    Map<String, Object> facts();

    /** After everything else, however the command ended. */
    default void ended(int exit) {}
}
