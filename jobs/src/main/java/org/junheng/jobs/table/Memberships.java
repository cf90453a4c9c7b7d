package org.junheng.jobs.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.Role;

/** A school in a cluster from joinedOn until the day before leftOn. */
public record Memberships(
        @Key String clusterId,
        @Key String schoolCode,
        @Key LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        @Nullable Role role,
        @Nullable @Range(min = 0, max = 1) Double share,
        @Nullable String approvalDocument,
        @Nullable LocalDate recordedOn,
        @Nullable DatePrecision joinedOnPrecision,
        @Nullable DatePrecision leftOnPrecision) {}
