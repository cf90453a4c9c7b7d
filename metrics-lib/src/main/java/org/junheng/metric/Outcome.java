package org.junheng.metric;

/** What a metric says of one subject: a value, or why there is none. */
public sealed interface Outcome permits Value, Absent {
    Counts counts();
}
