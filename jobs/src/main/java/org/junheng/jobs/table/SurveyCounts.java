package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;

/** Answers of one respondent group to one survey item, counted per school. */
public record SurveyCounts(
        @Key String schoolCode,
        @Key @Range(min = 1900, max = 2200) int year,
        @Key RespondentGroup respondentGroup,
        @Key String item,
        @Nullable @Range(min = 0) Long verySatisfied,
        @Nullable @Range(min = 0) Long satisfied,
        @Nullable @Range(min = 0) Long neutral,
        @Nullable @Range(min = 0) Long dissatisfied,
        @Nullable @Range(min = 0) Long veryDissatisfied,
        @Nullable @Range(min = 0) Long issuedCount) {}
