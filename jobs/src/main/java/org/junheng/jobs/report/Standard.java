package org.junheng.jobs.report;

import org.jspecify.annotations.Nullable;

/** The standard of a rule as a number that can be drawn. */
final class Standard {
    private Standard() {}

    /** The limit that a standard states; null where it is not a number (a document, a level). */
    static @Nullable Double limit(String standard) {
        return standard.matches("-?[0-9]+([.][0-9]+)?") ? Double.valueOf(standard) : null;
    }
}
