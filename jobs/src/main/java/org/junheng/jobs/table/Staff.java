package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;
import org.junheng.subject.Stage;

/** Pupils and teachers of one stage of a school in one year. Teachers may be counted in full-time equivalents. */
public record Staff(
        @Key String schoolCode,
        @Key @Range(min = 1900, max = 2200) int year,
        @Key Stage stage,
        @Nullable @Range(min = 0) Long pupilCount,
        @Nullable @Range(min = 0) Double fullTimeTeacherCount,
        @Nullable @Range(min = 0) Double aboveRequiredDegreeTeachers,
        @Nullable @Range(min = 0) Double backboneTeachers,
        @Nullable @Range(min = 0) Double peTeachers,
        @Nullable @Range(min = 0) Double artsTeachersTotal,
        @Nullable @Range(min = 0) Double midSeniorTitleTeachers,
        @Nullable @Range(min = 0) Double bachelorTeachers,
        @Nullable @Range(min = 0) Double rotationEligibleTeachers,
        @Nullable @Range(min = 0) Double rotatedTeachers,
        @Nullable @Range(min = 0) Double rotatedBackboneTeachers,
        @Nullable @Range(min = 0) Double shadowTrainingStaff) {}
