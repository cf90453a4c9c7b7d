package org.junheng.subject;

import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * On which day the roster speaks for each school year (名册日): 30 June, when its exams are held; as of a day, that day for the school year in which
 * it lies, of which only the days up to it have passed.
 *
 * @param asOf null = every school year to its end
 */
public record RosterDays(@Nullable LocalDate asOf) {
    /** Every school year to its end. */
    public static final RosterDays ORDINARY = new RosterDays(null);

    /** The day that stands for a school year. */
    public LocalDate of(int year) {
        return asOf != null && Span.schoolYear(year).covers(asOf) ? asOf : LocalDate.of(year + 1, Month.JUNE, 30);
    }

    /** The days of a school year that have passed, the day itself included. */
    public Span passed(int year) {
        Span all = Span.schoolYear(year);
        return asOf != null && all.covers(asOf) ? new Span(all.from(), asOf.plusDays(1)) : all;
    }

    /** From the beginning of a school year to the day that stands for it, both included. */
    public Span through(int year) {
        return new Span(Span.schoolYear(year).from(), of(year).plusDays(1));
    }
}
