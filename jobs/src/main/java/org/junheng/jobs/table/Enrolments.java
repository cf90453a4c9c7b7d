package org.junheng.jobs.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A pupil at a school from enteredOn until the day before leftOn. */
public record Enrolments(
        @Key @Personal String pupilId,
        @Key String schoolCode,
        @Key LocalDate enteredOn,
        @Nullable LocalDate leftOn) {}
