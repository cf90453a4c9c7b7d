package org.junheng.subject;

import java.util.Locale;

/** What a number is about, from the smallest to the largest. */
public enum SubjectType {
    SCHOOL,
    STAGE_SCHOOL,
    CLUSTER,
    TOWNSHIP,
    COUNTY,
    PREFECTURE,
    PROVINCE;

    /** The word used in published tables: {@code stage_school}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a number about this subject is an aggregate over the schools of an area. */
    public boolean isArea() {
        return this == TOWNSHIP || this == COUNTY || this == PREFECTURE || this == PROVINCE;
    }
}
