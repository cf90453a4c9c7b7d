package org.junheng.subject;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days from {@code from} until the day before {@code until}: {@code [from, until)}; without an end where {@code until} is null. */
public record Span(LocalDate from, @Nullable LocalDate until) {
    public Span {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("ends " + until + " before it begins " + from);
        }
    }

    /** The school year that begins in a calendar year: from 1 September to 1 September. */
    public static Span schoolYear(int year) {
        return new Span(LocalDate.of(year, Month.SEPTEMBER, 1), LocalDate.of(year + 1, Month.SEPTEMBER, 1));
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** The days that both have; empty where there is none. */
    public Optional<Span> and(Span other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        LocalDate sooner = until == null || (other.until != null && other.until.isBefore(until)) ? other.until : until;
        return sooner != null && !later.isBefore(sooner) ? Optional.empty() : Optional.of(new Span(later, sooner));
    }

    public boolean overlaps(Span other) {
        return and(other).isPresent();
    }

    /**
     * How many days it has.
     *
     * @throws IllegalStateException when it has no end
     */
    public long days() {
        if (until == null) {
            throw new IllegalStateException("from " + from + " without an end");
        }
        return ChronoUnit.DAYS.between(from, until);
    }
}
