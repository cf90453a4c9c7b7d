package org.junheng.integration;

import static org.junheng.Given.absent;
import static org.junheng.Given.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junheng.GivenRegister;
import org.junheng.integration.QualityExits.Which;
import org.junheng.metric.Outcome;
import org.junheng.subject.ClusterFacts;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.SchoolFacts.Flags;
import org.junit.jupiter.api.Test;

class MembershipMetricsTest {
    private static final Flags QUALITY = new Flags(true, false, false);
    private static final Flags PLAIN = new Flags(false, false, false);

    /** a in g all year and in h since March; b in g and left at the end of the year, then on the list; c on the list and still in g; d in none. */
    private static GivenRegister given() {
        return new GivenRegister()
                .school("a", 2022, null, PLAIN, 100.0)
                .school("b", 2022, null, PLAIN, 100.0)
                .school("b", 2023, null, QUALITY, 100.0)
                .school("c", 2022, null, QUALITY, 100.0)
                .school("d", 2022, null, QUALITY, 100.0)
                .school("e", 2022, null, Flags.UNKNOWN, 100.0)
                .member("a", "g", Role.MEMBER, "2020-09-01", null)
                .member("a", "h", Role.MEMBER, "2023-03-01", null)
                .member("b", "g", Role.MEMBER, "2020-09-01", "2023-09-01")
                .member("c", "g", Role.MEMBER, "2020-09-01", null)
                .member("e", "k", Role.MEMBER, "2020-09-01", null);
    }

    private static Register register(LocalDate end) {
        Register given = given().register();
        List<SchoolFacts> schools = new java.util.ArrayList<>(given.schools(2022));
        schools.addAll(given.schools(2023));
        java.util.SortedMap<String, List<org.junheng.subject.Membership>> memberships = new java.util.TreeMap<>();
        given.schoolsEver().forEach(s -> memberships.put(s, given.memberships(s)));
        return new Register(schools, memberships, List.of(new ClusterFacts("g", null, null, null, end)));
    }

    private static Outcome exits(Which which, String cluster, LocalDate end) {
        return ExitView.of(register(end), 2022).stream()
                .filter(v -> v.about().subject().id().equals(cluster))
                .map(new QualityExits(which)::of)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theExposureOfASchoolIsSaidForEachOfItsClusters() {
        List<ExposureView> views = ExposureView.of(given().register(), 2022);
        assertEquals(
                List.of("cluster:g", "cluster:h", "cluster:g", "cluster:g", "cluster:k"),
                views.stream().map(v -> v.about().facet()).toList());
        assertEquals(
                (181 + 92) / 365.0, value(new ExposureShare().of(views.get(0))).value(), 1e-15);
        assertEquals(92 / 365.0, value(new ExposureShare().of(views.get(1))).value(), 1e-15);
        ExposureView never = new ExposureView(views.get(0).about(), java.math.BigDecimal.ZERO, 0, null);
        assertEquals(
                "the school was not open in the school year",
                absent(new ExposureShare().of(never)).reason().en());
    }

    @Test
    void overlapsAreCounted() {
        OverlapView county = OverlapView.of(given().register(), 2022).get(0);
        assertEquals(1.0 / 4, value(new OverlapShare().of(county)).value());
        assertEquals(
                "no school is in a cluster",
                absent(new OverlapShare().of(new OverlapView(county.about(), List.of())))
                        .reason()
                        .en());
    }

    @Test
    void whoLeftAndIsAQualitySchoolTheNextYearIsAnExit() {
        assertEquals(1.0, value(exits(Which.LEFT, "g", null)).value());
        assertEquals(
                "not said whether it is a quality school",
                absent(exits(Which.LEFT, "k", null)).reason().en());
    }

    @Test
    void candidatesAreQualitySchoolsStillInTheClusterAfterItsCycle() {
        assertEquals(0.0, value(exits(Which.CANDIDATE, "g", null)).value());
        assertEquals(
                0.0,
                value(exits(Which.CANDIDATE, "g", LocalDate.of(2023, 7, 1))).value());
        assertEquals(
                1.0,
                value(exits(Which.CANDIDATE, "g", LocalDate.of(2023, 6, 30))).value());
    }
}
