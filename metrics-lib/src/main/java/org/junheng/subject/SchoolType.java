package org.junheng.subject;

/** Type of school (办学类型). */
public enum SchoolType {
    PRIMARY,
    JUNIOR,
    NINE_YEAR,
    TWELVE_YEAR,
    COMPLETE_SECONDARY,
    TEACHING_POINT,
    KINDERGARTEN,
    SENIOR,
    SPECIAL,
    VOCATIONAL
}
