package org.junheng.jobs.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A judgement on documents, or a veto, that no figure can replace. */
public record Evidence(
        @Key String ruleId,
        @Key String subjectType,
        @Key String subjectId,
        @Key @Range(min = 1900, max = 2200) int year,
        @Nullable String verdict,
        @Nullable String evaluator,
        @Nullable String document,
        @Nullable LocalDate decidedOn) {}
