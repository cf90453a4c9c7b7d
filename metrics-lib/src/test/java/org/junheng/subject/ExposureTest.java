package org.junheng.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.stats.CounterRandom;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final Span YEAR = Span.schoolYear(2022);
    private static final CounterRandom RANDOM = CounterRandom.of(20240901, "memberships");

    private static Membership in(String cluster, String joined, String left, Double share) {
        return new Membership(
                cluster,
                Role.MEMBER,
                LocalDate.parse(joined),
                left == null ? null : LocalDate.parse(left),
                share,
                null);
    }

    private static Exposure of(Membership... memberships) {
        return Exposure.of(List.of(memberships), YEAR, null, null);
    }

    private static void assertDays(double days, BigDecimal found) {
        assertEquals(days, found.doubleValue(), 1e-12);
    }

    @Test
    void aMemberOfTheWholeYearGivesAllItsDays() {
        Exposure all = of(in("g", "2020-09-01", null, null));
        assertDays(365, all.days().get("g"));
        assertDays(0, all.outside());
        assertDays(1, all.share("g"));
        assertDays(0, all.share("other"));
    }

    @Test
    void whoJoinsInMarchGivesTheDaysFromThen() {
        Exposure part = of(in("g", "2023-03-01", null, null));
        assertDays(184, part.days().get("g"));
        assertDays(181, part.outside());
        assertDays(184.0 / 365, part.share("g"));
    }

    @Test
    void leavingOneAndJoiningAnotherOnTheSameDayIsNoOverlap() {
        Exposure both = of(in("g", "2020-09-01", "2023-03-01", null), in("h", "2023-03-01", null, null));
        assertDays(181, both.days().get("g"));
        assertDays(184, both.days().get("h"));
        assertEquals(List.of(), both.overlaps());
    }

    @Test
    void daysInTwoClustersAreSplitInEqualPartsAndReported() {
        Exposure both = of(in("g", "2020-09-01", null, null), in("h", "2023-03-01", null, null));
        assertDays(181 + 92, both.days().get("g"));
        assertDays(92, both.days().get("h"));
        assertEquals(
                List.of(new Exposure.Overlap("g", "h", new Span(LocalDate.parse("2023-03-01"), YEAR.until()))),
                both.overlaps());
    }

    @Test
    void declaredSharesDecide() {
        Exposure both = of(in("g", "2020-09-01", null, 0.75), in("h", "2020-09-01", null, 0.25));
        assertDays(0.75, both.share("g"));
        assertDays(0.25, both.share("h"));
        assertDays(
                0.25,
                of(in("g", "2020-09-01", null, 0.75), in("h", "2020-09-01", null, null))
                        .share("h"));
        assertDays(
                0.4,
                of(in("g", "2020-09-01", null, 0.8), in("h", "2020-09-01", null, 1.2))
                        .share("g"));
        Exposure half = of(in("g", "2020-09-01", null, 0.5));
        assertDays(0.5, half.share("g"));
        assertDays(182.5, half.outside());
    }

    @Test
    void twoSpansOfOneClusterAreOneMembership() {
        Exposure once = of(in("g", "2020-09-01", null, null), in("g", "2021-09-01", null, null));
        assertDays(365, once.days().get("g"));
        assertEquals(List.of(), once.overlaps());
    }

    @Test
    void onlyOpenDaysCount() {
        Exposure closed = Exposure.of(
                List.of(in("g", "2020-09-01", null, null)),
                YEAR,
                LocalDate.parse("1990-09-01"),
                LocalDate.parse("2022-10-01"));
        assertEquals(30, closed.open());
        assertDays(30, closed.days().get("g"));
        Exposure never =
                Exposure.of(List.of(in("g", "2020-09-01", null, null)), YEAR, null, LocalDate.parse("2022-09-01"));
        assertEquals(0, never.open());
        assertDays(0, never.share("g"));
    }

    /** Against a count day by day, over many rosters: what is given away and what stays outside are the open days. */
    @Test
    void theDaysOfASchoolAddUpToItsOpenDays() {
        int overlapping = 0;
        for (int draw = 0; draw < 400; draw++) {
            List<Membership> memberships = memberships(draw);
            LocalDate opened =
                    RANDOM.happens(0.3, draw, 900) ? YEAR.from().plusDays(RANDOM.below(200, draw, 901)) : null;
            LocalDate closed =
                    RANDOM.happens(0.3, draw, 902) ? YEAR.from().plusDays(RANDOM.below(400, draw, 903)) : null;
            Exposure exposure = Exposure.of(memberships, YEAR, opened, closed);
            SortedMap<String, Double> counted = new TreeMap<>();
            long open = 0;
            for (LocalDate day = YEAR.from(); YEAR.covers(day); day = day.plusDays(1)) {
                if ((opened == null || !day.isBefore(opened)) && (closed == null || day.isBefore(closed))) {
                    open++;
                    give(counted, memberships, day);
                }
            }
            assertEquals(open, exposure.open());
            BigDecimal sum = exposure.days().values().stream().reduce(exposure.outside(), BigDecimal::add);
            assertEquals(open, sum.doubleValue(), 1e-12);
            counted.forEach((cluster, days) ->
                    assertEquals(days, exposure.days().get(cluster).doubleValue(), 1e-9));
            assertEquals(
                    counted.values().stream().mapToDouble(d -> d).sum(),
                    open - exposure.outside().doubleValue(),
                    1e-9);
            overlapping += exposure.overlaps().isEmpty() ? 0 : 1;
        }
        assertTrue(overlapping > 50, "overlaps are drawn: " + overlapping);
    }

    @Test
    void deletingAMembershipAndRestoringItGivesTheOldResultInAnyOrder() {
        for (int draw = 0; draw < 100; draw++) {
            List<Membership> memberships = memberships(draw);
            Exposure before = Exposure.of(memberships, YEAR, null, null);
            if (!memberships.isEmpty()) {
                List<Membership> restored = new ArrayList<>(memberships);
                Membership deleted = restored.remove(0);
                Exposure without = Exposure.of(restored, YEAR, null, null);
                assertEquals(365, without.open());
                restored.add(deleted);
                Collections.reverse(restored);
                assertEquals(before, Exposure.of(restored, YEAR, null, null));
            }
        }
    }

    @Test
    void aRosterIsReadAsItWasKnownOnADay() {
        Membership late = new Membership(
                "g", Role.MEMBER, LocalDate.parse("2021-09-01"), null, null, LocalDate.parse("2023-01-15"));
        assertEquals(List.of(), Membership.knownOn(LocalDate.parse("2023-01-14"), List.of(late)));
        assertEquals(List.of(late), Membership.knownOn(LocalDate.parse("2023-01-15"), List.of(late)));
    }

    private static List<Membership> memberships(int draw) {
        List<Membership> memberships = new ArrayList<>();
        for (int i = 0; i < RANDOM.below(5, draw, 0); i++) {
            LocalDate joined = YEAR.from().plusDays(RANDOM.below(500, draw, 10 * i + 1) - 100);
            LocalDate left = RANDOM.happens(0.5, draw, 10 * i + 2)
                    ? joined.plusDays(1 + RANDOM.below(300, draw, 10 * i + 3))
                    : null;
            Double share = RANDOM.happens(0.4, draw, 10 * i + 4)
                    ? Double.valueOf(RANDOM.below(11, draw, 10 * i + 5) / 10.0)
                    : null;
            memberships.add(new Membership("c" + i, Role.MEMBER, joined, left, share, null));
        }
        return memberships;
    }

    private static void give(SortedMap<String, Double> counted, List<Membership> memberships, LocalDate day) {
        List<Membership> covering =
                memberships.stream().filter(m -> m.covers(day)).toList();
        double declared = covering.stream()
                .filter(m -> m.share() != null)
                .mapToDouble(Membership::share)
                .sum();
        long silent = covering.stream().filter(m -> m.share() == null).count();
        for (Membership m : covering) {
            double given = m.share() != null ? m.share() / Math.max(1, declared) : Math.max(0, 1 - declared) / silent;
            counted.merge(m.cluster(), given, Double::sum);
        }
    }
}
