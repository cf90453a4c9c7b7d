package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;

/** Results of one exam (year, grade, subject) in a school. */
public record SchoolScores(
        @Key String schoolCode,
        @Key @Range(min = 1900, max = 2200) int year,
        @Key @Range(min = 1, max = 12) int grade,
        @Key String subject,
        @Nullable @Range(min = 0) Long testedCount,
        @Nullable @Range(min = 0) Double meanScore,
        @Nullable @Range(min = 0) Double sdScore,
        @Nullable @Range(min = 0) Double fullMark,

        @Nullable @Range(min = 0, max = 1) @Named("bottom30_share")
        Double bottom30Share,

        @Nullable @Range(min = 0, max = 1) Double passShare,
        @Nullable @Range(min = 0, max = 1) Double excellentShare,
        @Nullable String flag) {}
