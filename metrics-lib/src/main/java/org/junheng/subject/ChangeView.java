package org.junheng.subject;

import java.util.Map;

/**
 * The same subject and facet at the baseline and now.
 *
 * @param successors the school that a code went over to, by merger or under a new code
 */
public record ChangeView(SchoolsView base, SchoolsView now, Map<String, String> successors) {
    public ChangeView {
        if (base.year() >= now.year()) {
            throw new IllegalArgumentException("baseline " + base.year() + " is not before " + now.year());
        }
        successors = Map.copyOf(successors);
    }

    /** No code went over to another. */
    public ChangeView(SchoolsView base, SchoolsView now) {
        this(base, now, Map.of());
    }
}
