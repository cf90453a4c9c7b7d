package org.junheng.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.GivenRegister;
import org.junheng.compliance.ClusterCount;
import org.junheng.compliance.ClusterYear;
import org.junheng.integration.ExitView;
import org.junheng.integration.ExposureView;
import org.junheng.stock.SupportView;
import org.junheng.subject.Attribution.Stay;
import org.junheng.subject.SchoolFacts.Flags;
import org.junit.jupiter.api.Test;

/** a is a member all the time, b from 1 November 2023, c until 15 January 2024 (the first day outside). Looked at in the school year 2023. */
class RosterDaysTest {
    private static final int YEAR = 2023;

    private static Register register(RosterDays days) {
        GivenRegister given = new GivenRegister();
        List.of("a", "b", "c").forEach(code -> given.school(code, YEAR, UrbanRuralClass.RURAL, Flags.UNKNOWN, 100.0));
        given.member("a", "g", Role.MEMBER, "2018-09-01", null)
                .member("b", "g", Role.MEMBER, "2023-11-01", null)
                .member("c", "g", Role.MEMBER, "2018-09-01", "2024-01-15");
        return given.register(days);
    }

    private static RosterDays asOf(String day) {
        return new RosterDays(LocalDate.parse(day));
    }

    private static List<String> roster(RosterDays days) {
        return List.copyOf(
                register(days).rosters(YEAR).getOrDefault("g", new TreeMap<>()).keySet());
    }

    @Test
    void theRosterIsThatOfTheDay() {
        assertEquals(List.of("a", "b"), roster(RosterDays.ORDINARY));
        assertEquals(List.of("a", "c"), roster(asOf("2023-10-31")));
        assertEquals(List.of("a", "b", "c"), roster(asOf("2023-11-01")));
        assertEquals(List.of("a", "b", "c"), roster(asOf("2024-01-14")));
        assertEquals(List.of("a", "b"), roster(asOf("2024-01-15")));
    }

    @Test
    void aDayOfAnotherSchoolYearChangesNothing() {
        assertEquals(LocalDate.of(2024, 6, 30), asOf("2024-09-01").of(YEAR));
        assertEquals(LocalDate.of(2024, 8, 31), asOf("2024-08-31").of(YEAR));
        assertEquals(Span.schoolYear(YEAR), asOf("2024-09-01").passed(YEAR));
        assertEquals(List.of("a", "b"), roster(asOf("2022-10-31")));
    }

    /** By 31 December 122 days of the school year have passed, of which b was a member 61. */
    @Test
    void exposureIsToTheDaysThatHavePassed() {
        SortedMap<String, ExposureView> bySchool = new TreeMap<>();
        ExposureView.of(register(asOf("2023-12-31")), YEAR)
                .forEach(view -> bySchool.put(view.about().subject().id(), view));
        assertEquals(122, bySchool.get("a").days().longValueExact());
        assertEquals(122, bySchool.get("a").open());
        assertEquals(61, bySchool.get("b").days().longValueExact());
        assertEquals(122, bySchool.get("c").days().longValueExact());
        ExposureView.of(register(asOf("2023-10-31")), YEAR)
                .forEach(view -> assertEquals(61, view.open(), view.about().toString()));
        assertEquals(2, ExposureView.of(register(asOf("2023-10-31")), YEAR).size());
    }

    @Test
    void attributionCountsWhatHasPassed() {
        List<Membership> two = register(RosterDays.ORDINARY).memberships("b");
        Stay half = new Stay("g", two, LocalDate.of(2021, 9, 1), null, null, asOf("2023-12-31"));
        assertEquals(0.5, Attribution.EXPOSURE.of(half, YEAR).doubleValue());
        List<Membership> left = register(RosterDays.ORDINARY).memberships("c");
        Stay still = new Stay("g", left, LocalDate.of(2021, 9, 1), null, null, asOf("2024-01-14"));
        Stay gone = new Stay("g", left, LocalDate.of(2021, 9, 1), null, null, asOf("2024-01-15"));
        assertEquals(4.0, Attribution.THREE_YEARS.of(still, YEAR).doubleValue());
        assertEquals(0.0, Attribution.THREE_YEARS.of(gone, YEAR).doubleValue());
    }

    @Test
    void coverageAndExitsAreThoseOfTheDay() {
        assertEquals(List.of(true, false, true), clustered(asOf("2023-10-31")));
        assertEquals(List.of(true, true, false), clustered(RosterDays.ORDINARY));
        assertEquals(List.of("c"), left(RosterDays.ORDINARY));
        assertEquals(List.of(), left(asOf("2023-12-31")));
    }

    private static List<Boolean> clustered(RosterDays days) {
        return SupportView.of(register(days), YEAR).get(0).schools().stream()
                .map(SupportView.Supported::clustered)
                .toList();
    }

    private static List<String> left(RosterDays days) {
        return ExitView.of(register(days), YEAR).get(0).members().stream()
                .filter(ExitView.Membered::left)
                .map(ExitView.Membered::school)
                .toList();
    }

    /** A quality school that is a member on the day after which the cycle is over may leave; the day before it need not be asked. */
    @Test
    void aCycleIsOverOnItsDay() {
        ClusterYear.Part quality = new ClusterYear.Part(
                "a",
                Role.MEMBER,
                "539001",
                UrbanRuralClass.RURAL,
                Ownership.PUBLIC,
                java.util.Set.of(),
                true,
                true,
                true,
                0.0);
        ClusterCount candidates = new ClusterCount(ClusterCount.What.QUALITY_MEMBERS_AFTER_CYCLE);
        LocalDate end = LocalDate.of(2024, 2, 1);
        for (String day : List.of("2024-01-31", "2024-02-01")) {
            ClusterYear view = new ClusterYear(
                    About.of(new Subject(SubjectType.CLUSTER, "g"), YEAR),
                    asOf(day).of(YEAR),
                    new ClusterFacts("g", ClusterType.EDUCATION_GROUP, "539001", LocalDate.of(2020, 9, 1), end),
                    CommunityMode.CO_BUILT,
                    List.of(quality),
                    List.of(),
                    java.util.Set.of());
            double expected = day.equals("2024-02-01") ? 1 : 0;
            assertEquals(expected, org.junheng.Given.value(candidates.of(view)).value(), day);
        }
    }
}
