package org.junheng.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of a cluster; null = not said. */
public record ClusterFacts(
        String cluster,
        @Nullable ClusterType type,
        @Nullable String county,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate cycleEndsOn) {}
