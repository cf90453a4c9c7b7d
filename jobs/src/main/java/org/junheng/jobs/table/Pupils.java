package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;

/** Background of a pupil. Further columns may be delivered and named as covariates. */
public record Pupils(
        @Key @Personal String pupilId,
        @Nullable @Personal String sex,
        @Nullable @Personal String boarder,
        @Nullable @Personal String migrant,
        @Nullable @Personal String leftBehind,
        @Nullable @Personal String hukouDivisionCode) {}
