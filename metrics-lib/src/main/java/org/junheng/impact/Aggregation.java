package org.junheng.impact;

import java.util.Locale;

/** What group-time effects are averaged into. */
public enum Aggregation {
    /** One cohort in one year: not averaged. */
    GROUP_TIME,
    /** By years since joining, cohorts weighted by their schools. */
    EVENT,
    /** By cohort: the plain mean of its years since joining. */
    GROUP,
    /** By year, cohorts weighted by their schools. */
    CALENDAR,
    /** All effects since joining, weighted by the schools of their cohorts. */
    OVERALL;

    /** The word used in published tables: {@code group_time}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
