package org.junheng.subject;

import java.util.Comparator;

/** What a number is about: a county, a cluster, a school; its id as in published tables. */
public record Subject(SubjectType type, String id) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::type).thenComparing(Subject::id);

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
