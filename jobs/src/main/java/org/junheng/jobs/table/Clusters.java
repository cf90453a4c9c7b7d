package org.junheng.jobs.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.ClusterType;
import org.junheng.subject.CommunityMode;

/** A cluster of schools. */
public record Clusters(
        @Key String clusterId,
        @Nullable String clusterName,
        @Nullable ClusterType clusterType,
        @Nullable CommunityMode communityMode,
        @Nullable String countyCode,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate cycleEndsOn) {}
