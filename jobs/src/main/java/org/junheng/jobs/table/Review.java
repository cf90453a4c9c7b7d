package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;

/** The five dimensions of every county and cluster, their composite, and where it stands among the others of its kind. */
public record Review(
        @Key SubjectType subjectType,
        @Key String subjectId,
        @Key int year,
        String protocol,
        @Nullable Double stock,
        @Nullable Double gap,
        @Nullable Double radiation,
        @Nullable Double improvement,
        @Nullable Double satisfaction,
        @Nullable Double composite,
        @Nullable Integer rank,
        @Nullable Integer nRanked,
        @Nullable Integer rankLow,
        @Nullable Integer rankHigh,
        @Nullable Double pTopQuarter,
        @Nullable Boolean named,
        @Nullable Integer rankBest,
        @Nullable Integer rankWorst,
        @Nullable Double reversalPoints,
        Status status,
        String reason) {}
