package org.junheng.jobs.stage;

import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Key;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolType;
import org.junheng.subject.UrbanRuralClass;

/**
 * A school in one year, with the area it lies in and the clusters it belongs to on the day that stands for the year.
 *
 * @param clusterId the one cluster to which it is attributed where it must be counted once
 * @param participations every cluster on that day, {@code id:ROLE} joined by {@code ;}
 */
public record SchoolYear(
        @Key String schoolCode,
        @Key int year,
        @Nullable String schoolName,
        @Nullable SchoolType schoolType,
        @Nullable UrbanRuralClass urbanRuralClass,
        @Nullable Boolean countsAsSchool,
        @Nullable String parentSchoolCode,
        @Nullable Boolean isQualitySchool,
        @Nullable String countyCode,
        @Nullable String prefectureCode,
        @Nullable String provinceCode,
        @Nullable String clusterId,
        @Nullable Role role,
        @Nullable String participations) {

    /** Special and vocational schools take part in no comparison of schools. */
    public boolean isCompared() {
        return schoolType != SchoolType.SPECIAL && schoolType != SchoolType.VOCATIONAL;
    }

    /** A campus that does not count as a school and belongs to another. */
    boolean isPart() {
        return Boolean.FALSE.equals(countsAsSchool) && parentSchoolCode != null && !parentSchoolCode.equals(schoolCode);
    }
}
