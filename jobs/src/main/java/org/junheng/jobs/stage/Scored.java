package org.junheng.jobs.stage;

import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Key;
import org.junheng.jobs.table.Measures;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/** A published figure as a scale reads it: what else {@link Measures} says of it stays behind, for a country has hundreds of thousands of them. */
record Scored(
        @Key String metricId,
        @Key String modelId,
        @Key SubjectType subjectType,
        @Key String subjectId,
        @Key int year,
        @Key @Nullable Stage stage,
        @Key @Nullable Integer grade,
        @Key String facet,
        double value,
        @Nullable Double se,
        @Nullable Double ciLow,
        @Nullable Double ciHigh) {

    /** @return null for a figure without a value */
    static @Nullable Scored of(Measures m) {
        Double value = m.value();
        return value == null
                ? null
                : new Scored(
                        m.metricId(),
                        m.modelId(),
                        m.subjectType(),
                        m.subjectId(),
                        m.year(),
                        m.stage(),
                        m.grade(),
                        m.facet(),
                        value,
                        m.se(),
                        m.ciLow(),
                        m.ciHigh());
    }
}
