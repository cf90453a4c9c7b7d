package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;

/** One answer to one survey item: 5 = very satisfied .. 1 = very dissatisfied. */
public record SurveyResponses(
        @Key @Personal String responseId,
        @Key String item,
        @Nullable String schoolCode,
        @Range(min = 1900, max = 2200) int year,
        @Nullable RespondentGroup respondentGroup,
        @Nullable @Range(min = 1, max = 5) Integer answer) {}
