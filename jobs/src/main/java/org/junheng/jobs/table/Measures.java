package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;

/** The spine of the results: one row per number. */
public record Measures(
        @Key String metricId,
        @Key String modelId,
        @Key SubjectType subjectType,
        @Key String subjectId,
        @Key int year,
        @Key @Nullable Integer baseYear,
        @Key @Nullable Stage stage,
        @Key @Nullable Integer grade,
        @Key String facet,
        @Key String grouping,
        String formulaVersion,
        @Nullable Double value,
        String unit,
        @Nullable Double se,
        @Nullable Double ciLow,
        @Nullable Double ciHigh,
        @Nullable Double level,
        @Nullable Double numerator,
        @Nullable Double denominator,
        @Nullable Long nSchools,
        @Nullable Long nPupils,
        @Nullable Long nResponses,
        Status status,
        String reason,
        String clauseIds) {
    public Measures {
        Alike texts = Alike.here();
        facet = texts.of(facet);
        reason = texts.of(reason);
        clauseIds = texts.of(clauseIds);
    }
}
