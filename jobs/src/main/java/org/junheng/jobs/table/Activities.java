package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;
import org.junheng.subject.ActivityKind;

/** One activity between schools of a cluster. */
public record Activities(
        @Key String activityId,
        @Nullable String clusterId,
        @Nullable @Range(min = 1900, max = 2200) Integer year,
        @Nullable @Range(min = 1, max = 2) Integer semester,
        @Nullable ActivityKind kind,
        @Nullable String fromSchoolCode,
        @Nullable String toSchoolCode,
        @Nullable String subject,
        @Nullable @Range(min = 0) Double quantity,
        @Nullable @Range(min = 0) Double days) {}
