package org.junheng.jobs.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.Ownership;
import org.junheng.subject.SchoolType;
import org.junheng.subject.UrbanRuralClass;

/** A school in one school year. Further columns may be delivered and named as covariates. */
public record Schools(
        @Key String schoolCode,
        @Key @Range(min = 1900, max = 2200) int year,
        @Nullable String schoolName,
        @Nullable String countyCode,
        @Nullable String township,
        @Nullable SchoolType schoolType,
        @Nullable UrbanRuralClass urbanRuralClass,
        @Nullable Ownership ownership,
        @Nullable Boolean countsAsSchool,
        @Nullable String parentSchoolCode,
        @Nullable Boolean isQualitySchool,
        @Nullable Boolean isWeakSchool,
        @Nullable Boolean isNewSchool,
        @Nullable Boolean isTownshipSeat,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn) {}
