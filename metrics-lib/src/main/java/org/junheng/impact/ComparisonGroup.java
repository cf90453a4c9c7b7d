package org.junheng.impact;

/** Whom the schools that joined are compared with (对照组). */
public enum ComparisonGroup {
    /** Schools that join in no year of the panel. */
    NEVER_TREATED,
    /** Schools that have not joined by the year in question, those that never do among them. */
    NOT_YET_TREATED
}
