package org.junheng.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private static final LocalDate JOINED = LocalDate.of(2022, 9, 1);
    private static final LocalDate LEFT = LocalDate.of(2024, 9, 1);

    @Test
    void coversFromTheDayOfJoiningUntilTheDayBeforeLeaving() {
        Membership member = new Membership("g", Role.MEMBER, JOINED, LEFT);
        assertFalse(member.covers(JOINED.minusDays(1)));
        assertTrue(member.covers(JOINED));
        assertTrue(member.covers(LEFT.minusDays(1)));
        assertFalse(member.covers(LEFT));
    }

    @Test
    void withoutADayOfLeavingItGoesOn() {
        assertTrue(new Membership("g", Role.LEAD, JOINED, null).covers(LocalDate.of(2999, 1, 1)));
    }

    @Test
    void aSchoolThatMovesIsInOneClusterOnTheDay() {
        Membership before = new Membership("g1", Role.MEMBER, JOINED, LEFT);
        Membership after = new Membership("g2", Role.LEAD, LEFT, null);
        assertEquals(Optional.of(before), Membership.attributed(List.of(after, before), LEFT.minusDays(1)));
        assertEquals(Optional.of(after), Membership.attributed(List.of(before, after), LEFT));
    }

    @Test
    void isAttributedToTheMembershipThatBeganFirstAndThenByCode() {
        Membership first = new Membership("z", Role.MEMBER, JOINED, null);
        Membership later = new Membership("a", Role.MEMBER, JOINED.plusDays(1), null);
        Membership sameDay = new Membership("b", Role.LEAD, JOINED, null);
        assertEquals(Optional.of(first), Membership.attributed(List.of(later, first), LEFT));
        assertEquals(Optional.of(sameDay), Membership.attributed(List.of(later, first, sameDay), LEFT));
        assertEquals(Optional.empty(), Membership.attributed(List.of(first), JOINED.minusDays(1)));
    }
}
