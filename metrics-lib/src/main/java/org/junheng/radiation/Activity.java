package org.junheng.radiation;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.ActivityKind;

/**
 * One activity between schools of a cluster; null = not said.
 *
 * @param quantity teachers, lessons, sessions or courses, by its kind
 * @param days how long it went on; of an exchange: of each teacher
 */
public record Activity(
        String id,
        String cluster,
        int year,
        @Nullable Integer semester,
        ActivityKind kind,
        @Nullable String from,
        @Nullable String to,
        @Nullable String subject,
        @Nullable Double quantity,
        @Nullable Double days) {
    static final Comparator<Activity> ORDER = Comparator.comparing(Activity::id);
}
