package org.junheng.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junheng.subject.Attribution.Stay;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final LocalDate START = LocalDate.of(2021, 9, 1);

    private static double weight(Attribution rule, int year, String joined, String left) {
        Membership member =
                new Membership("g", Role.MEMBER, LocalDate.parse(joined), left == null ? null : LocalDate.parse(left));
        return rule.of(new Stay("g", List.of(member), START, null, null, RosterDays.ORDINARY), year)
                .doubleValue();
    }

    @Test
    void byExposureAHalfYearCountsHalf() {
        assertEquals(184.0 / 365, weight(Attribution.EXPOSURE, 2022, "2023-03-01", null), 1e-15);
        assertEquals(1.0, weight(Attribution.EXPOSURE, 2022, "2020-09-01", null));
        assertEquals(0.0, weight(Attribution.EXPOSURE, 2022, "2023-09-01", null));
    }

    /** Three full school years weigh 3, four and more 4. */
    @Test
    void byThreeYearsOnlyWhoStayedThreeFullSchoolYearsCounts() {
        assertEquals(0.0, weight(Attribution.THREE_YEARS, 2022, "2020-09-02", null));
        assertEquals(3.0, weight(Attribution.THREE_YEARS, 2022, "2020-09-01", null));
        assertEquals(4.0, weight(Attribution.THREE_YEARS, 2022, "2019-09-01", null));
        assertEquals(4.0, weight(Attribution.THREE_YEARS, 2022, "2010-09-01", null));
        assertEquals(0.0, weight(Attribution.THREE_YEARS, 2022, "2010-09-01", "2023-06-30"));
        assertEquals(4.0, weight(Attribution.THREE_YEARS, 2022, "2010-09-01", "2023-07-01"));
    }

    @Test
    void byIntentionWhoWasThereAtTheStartCountsForGood() {
        assertEquals(1.0, weight(Attribution.AT_START, 2024, "2021-09-01", "2022-09-01"));
        assertEquals(0.0, weight(Attribution.AT_START, 2024, "2021-09-02", null));
        assertEquals(0.0, weight(Attribution.AT_START, 2024, "2019-09-01", "2021-09-01"));
    }

    @Test
    void daysInAnotherClusterAreNotItsOwn() {
        List<Membership> two = List.of(
                new Membership("g", Role.MEMBER, LocalDate.of(2019, 9, 1), null),
                new Membership("h", Role.MEMBER, LocalDate.of(2019, 9, 1), null));
        Stay stay = new Stay("g", two, START, null, null, RosterDays.ORDINARY);
        assertEquals(0.5, Attribution.EXPOSURE.of(stay, 2022).doubleValue());
        assertEquals(4.0, Attribution.THREE_YEARS.of(stay, 2022).doubleValue());
    }
}
