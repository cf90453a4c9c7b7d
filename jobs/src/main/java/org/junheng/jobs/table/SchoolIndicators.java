package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;
import org.junheng.metric.Better;
import org.junheng.subject.Stage;

/** Any further figure of a school, long form; an empty stage means the whole school. */
public record SchoolIndicators(
        @Key String schoolCode,
        @Key @Range(min = 1900, max = 2200) int year,
        @Key @Nullable Stage stage,
        @Key String indicator,
        @Nullable Double value,
        @Nullable Double numerator,
        @Nullable @Range(min = 0) Double denominator,
        @Nullable Double valueLow,
        @Nullable Double valueHigh,
        @Nullable String unit,
        @Nullable Better better,
        @Nullable String flag) {}
