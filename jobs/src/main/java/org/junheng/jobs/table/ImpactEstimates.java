package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;
import org.junheng.subject.Status;

/** Effect of joining a cluster, by cohort and year and averaged; key columns that do not belong to an aggregation are empty. */
public record ImpactEstimates(
        @Key String impactId,
        @Key String estimator,
        @Key String aggregation,
        @Key @Nullable Integer cohort,
        @Key @Nullable Integer year,
        @Key @Nullable Integer eventTime,
        @Nullable Double estimate,
        @Nullable Double se,
        @Nullable Double ciLow,
        @Nullable Double ciHigh,
        @Nullable Double bandLow,
        @Nullable Double bandHigh,
        @Nullable Double pValue,
        @Nullable Long nTreated,
        @Nullable Long nComparison,
        @Nullable Long nClusters,
        Status status,
        String reason) {}
