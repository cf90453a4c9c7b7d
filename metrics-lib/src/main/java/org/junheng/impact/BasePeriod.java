package org.junheng.impact;

/** From when the changes in the years before joining are counted. Since joining it is always the last year before. */
public enum BasePeriod {
    /** From the year before: changes from year to year. */
    VARYING,
    /** From the last year before joining, as since joining; that year itself has no effect. */
    UNIVERSAL
}
