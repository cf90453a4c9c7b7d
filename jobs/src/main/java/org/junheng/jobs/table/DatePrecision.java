package org.junheng.jobs.table;

/** How exactly a date of the roster is known. */
public enum DatePrecision {
    DAY,
    MONTH,
    SCHOOL_YEAR,
    KNOWN_FROM
}
