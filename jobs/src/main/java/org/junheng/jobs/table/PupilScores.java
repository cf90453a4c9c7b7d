package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;

/** The score of a pupil in one exam; an empty score or -1 means absent. */
public record PupilScores(
        @Key @Personal String pupilId,
        @Key @Range(min = 1900, max = 2200) int year,
        @Key @Range(min = 1, max = 12) int grade,
        @Key String subject,
        @Nullable String schoolCode,
        @Nullable @Personal @Range(min = -1) Double score) {}
