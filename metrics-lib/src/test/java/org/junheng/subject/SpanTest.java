package org.junheng.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final LocalDate DAY = LocalDate.of(2023, 9, 1);

    @Test
    void holdsItsFirstDayAndNotItsEnd() {
        Span span = new Span(DAY, DAY.plusDays(2));
        assertFalse(span.covers(DAY.minusDays(1)));
        assertTrue(span.covers(DAY));
        assertTrue(span.covers(DAY.plusDays(1)));
        assertFalse(span.covers(DAY.plusDays(2)));
        assertEquals(2, span.days());
    }

    @Test
    void aSchoolYearHasTheDaysOfItsLeapYear() {
        assertEquals(366, Span.schoolYear(2023).days());
        assertEquals(365, Span.schoolYear(2024).days());
        assertTrue(Span.schoolYear(2023).covers(RosterDays.ORDINARY.of(2023)));
    }

    @Test
    void spansThatTouchShareNoDay() {
        Span first = new Span(DAY, DAY.plusDays(5));
        Span next = new Span(DAY.plusDays(5), null);
        assertEquals(Optional.empty(), first.and(next));
        assertEquals(
                Optional.of(new Span(DAY.plusDays(4), DAY.plusDays(5))), first.and(new Span(DAY.plusDays(4), null)));
        assertEquals(first.and(next), next.and(first));
    }

    @Test
    void aSpanWithoutEndHasNoDaysToCount() {
        assertThrows(IllegalStateException.class, () -> new Span(DAY, null).days());
        assertThrows(IllegalArgumentException.class, () -> new Span(DAY, DAY.minusDays(1)));
    }

    @Test
    void aSpanCoversItsFirstDayAndNotTheDayOfItsEnd() {
        Span five = new Span(DAY, DAY.plusDays(5));
        assertEquals(false, five.covers(DAY.minusDays(1)));
        assertEquals(true, five.covers(DAY));
        assertEquals(false, five.covers(DAY.plusDays(5)));
        assertEquals(true, new Span(DAY, null).covers(DAY.plusDays(5000)));
    }

    @Test
    void whatTwoSpansShareEndsWithTheFirstThatEnds() {
        Span open = new Span(DAY, null);
        Span five = new Span(DAY.minusDays(2), DAY.plusDays(5));
        Span nine = new Span(DAY.plusDays(1), DAY.plusDays(9));
        assertEquals(Optional.of(open), open.and(new Span(DAY.minusDays(9), null)));
        assertEquals(Optional.of(new Span(DAY, DAY.plusDays(5))), open.and(five));
        assertEquals(Optional.of(new Span(DAY.plusDays(1), DAY.plusDays(5))), five.and(nine));
        assertEquals(five.and(nine), nine.and(five));
    }
}
