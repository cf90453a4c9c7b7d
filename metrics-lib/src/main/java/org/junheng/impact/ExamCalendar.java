package org.junheng.impact;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.junheng.subject.Membership;

/**
 * When the exam of a school year is held: on this day of the calendar year {@code year + yearOffset}. A school has joined in a year when it is
 * a member on that day.
 */
public record ExamCalendar(MonthDay day, int yearOffset) {
    public LocalDate exam(int year) {
        return day.atYear(year + yearOffset);
    }

    /** The first year whose exam falls into a membership; none when the membership ends before an exam. */
    public Optional<Integer> firstYear(Membership membership) {
        int year = membership.joinedOn().getYear() - yearOffset;
        int first = exam(year).isBefore(membership.joinedOn()) ? year + 1 : year;
        return membership.covers(exam(first)) ? Optional.of(first) : Optional.empty();
    }
}
