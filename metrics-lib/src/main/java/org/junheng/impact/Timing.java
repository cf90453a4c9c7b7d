package org.junheng.impact;

/**
 * Which years are before joining (预期效应期).
 *
 * @param anticipation years before joining in which it may have an effect already: the last year before lies as many years earlier, and schools
 *     that join within as many years are no comparison
 */
public record Timing(int anticipation, BasePeriod basePeriod) {
    /** Nothing before joining is due to it, and the years before are compared from year to year. */
    public static final Timing PLAIN = new Timing(0, BasePeriod.VARYING);

    public Timing {
        if (anticipation < 0) {
            throw new IllegalArgumentException("anticipation of " + anticipation + " years");
        }
    }

    /** Whether nothing can have come of joining yet. */
    boolean isBefore(int cohort, int year) {
        return year < cohort - anticipation;
    }

    Timing fromYearToYear() {
        return new Timing(anticipation, BasePeriod.VARYING);
    }
}
