package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;
import org.junheng.subject.SubjectType;

/** What a subject is called and where it lies, as of the last year in which it was delivered. */
public record Subjects(
        @Key SubjectType subjectType,
        @Key String subjectId,
        @Nullable String name,
        @Nullable String countyCode,
        @Nullable String prefectureCode,
        @Nullable String provinceCode) {}
