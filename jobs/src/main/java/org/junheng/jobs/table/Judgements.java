package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/**
 * The verdict of one rule on one subject.
 *
 * @param severity what a failure means: ERROR, WARNING ("in principle"), SIGNAL (to be looked into) or INFO
 * @param metricId the metric whose figure was judged
 */
public record Judgements(
        @Key String ruleId,
        @Key SubjectType subjectType,
        @Key String subjectId,
        @Key int year,
        @Key @Nullable Stage stage,
        @Key String facet,
        @Nullable Double value,
        String operator,
        String standard,
        String verdict,
        @Nullable Boolean passesOnlyRounded,
        @Nullable Double shortfall,
        String shortfallUnit,
        @Nullable Long nNeeded,
        String basis,
        String document,
        String clause,
        String reason,
        String severity,
        String policy,
        String metricId) {}
