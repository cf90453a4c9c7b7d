package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Estimator;
import org.junheng.subject.Role;
import org.junheng.valueadded.CohortFit.SchoolEffect;
import org.junit.jupiter.api.Test;

/**
 * Clusters, areas and unadjusted results from the balanced layout of {@code RandomInterceptTest}: means 3, 6, 9 of three pupils, MSB = 27,
 * MSW = 1, so effects are shrunken by 26/27 and the intercept has the variance 3.
 */
class ClusterValueAddedTest {
    private static final double SHRUNK = 26 / 27.0;

    @Test
    void errorsThatSchoolsShareDoNotAverageOut() {
        Value pair = value(Map.of("a", Role.LEAD, "b", Role.MEMBER, "c", Role.MEMBER), fit(0, 3, 6));
        assertEquals(1.5 * SHRUNK, pair.value(), 1e-12);
        assertEquals(Math.sqrt(SHRUNK / 6), pair.interval().se(), 1e-12);
        double g3 = (2 / 6.0 + 2 / 2.0) / (27 * 27) * 27 / 3;
        double half = (pair.interval().high() - pair.interval().low()) / 2;
        assertEquals(1.959963984540054 * Math.sqrt(SHRUNK / 6 + SHRUNK * SHRUNK * 3 + g3), half, 1e-6);
        assertEquals(new Counts(2L, 6L, null), pair.counts());
        assertTrue(pair.caution().en().contains("only 6 pupils"));
    }

    @Test
    void oneMemberHasTheValueAndIntervalOfItsSchool() {
        CohortFit fit = fit(0, 3, 6);
        Value one = value(Map.of("a", Role.LEAD, "c", Role.MEMBER), fit);
        Value school = (Value) fit.effects().get(2).outcome();
        assertEquals(school.value(), one.value(), 1e-15);
        assertEquals(school.interval().low(), one.interval().low(), 1e-12);
        assertEquals(school.interval().high(), one.interval().high(), 1e-12);
    }

    @Test
    void schoolsThatDoNotDifferLeaveAnIntervalAroundZero() {
        Value alike = value(Map.of("a", Role.LEAD, "b", Role.MEMBER, "c", Role.MEMBER), fit(0, 0.01, 0.02));
        assertEquals(0.0, alike.value());
        assertTrue(alike.interval().low() < 0 && alike.interval().high() > 0);
        assertTrue(alike.caution().en().contains("do not differ"));
        Value one = value(Map.of("a", Role.LEAD, "b", Role.MEMBER), fit(0, 0.01, 0.02));
        assertEquals(one.interval().high() / Math.sqrt(2), alike.interval().high(), 1e-12);
    }

    @Test
    void needsItsLeadAMemberAndPupils() {
        CohortFit fit = fit(0, 3, 6);
        for (Map<String, Role> roles : List.of(
                Map.of("a", Role.LEAD),
                Map.of("b", Role.MEMBER, "c", Role.MEMBER),
                Map.of("x", Role.LEAD, "c", Role.MEMBER))) {
            Absent absent = assertInstanceOf(Absent.class, of(roles, fit));
            assertTrue(absent.reason().en().contains("lead or every member"));
        }
        CohortFit means = new CohortFit(List.of(), List.of(), Words.NONE);
        assertTrue(assertInstanceOf(Absent.class, of(Map.of("a", Role.LEAD), means))
                .reason()
                .en()
                .startsWith("no pupils"));
        CohortFit refused = new CohortFit(List.of(), List.of(), new Words("因", "why"));
        assertEquals(
                "why",
                assertInstanceOf(Absent.class, of(Map.of("a", Role.LEAD), refused))
                        .reason()
                        .en());
    }

    @Test
    void averageShareCountsIntervalsThatHoldZero() {
        Outcome share = new AverageShare()
                .of(List.of(
                        effect(Value.of(3, Counts.NONE).within(new Interval(1.0, 1, 5, 0.95))),
                        effect(Value.of(0, Counts.NONE).within(new Interval(1.0, -2, 2, 0.95))),
                        effect(Value.of(-3, Counts.NONE).within(new Interval(1.0, -5, -1, 0.95))),
                        effect(Value.of(1, Counts.NONE).within(new Interval(1.0, -1, 3, 0.95))),
                        effect(Value.of(1, Counts.NONE)),
                        effect(new Absent("无", "none", Counts.NONE))));
        Value value = assertInstanceOf(Value.class, share);
        assertEquals(0.5, value.value());
        assertEquals(2.0, value.numerator());
        assertEquals(4.0, value.denominator());
        assertEquals(4L, value.counts().schools());
        assertInstanceOf(Absent.class, new AverageShare().of(List.of()));
    }

    /** With a prior the unadjusted effects are those of the model of means; without any term there are none. */
    @Test
    void unadjustedEffectsAreThoseOfTheModelWithoutTerms() {
        TreeMap<String, SchoolSums> schools = new TreeMap<>();
        TreeMap<String, SchoolSums> plain = new TreeMap<>();
        for (int s = 0; s < 3; s++) {
            for (int i = -1; i <= 1; i++) {
                double y = 3 + 3 * s + i;
                String school = String.valueOf((char) ('a' + s));
                schools.computeIfAbsent(school, k -> new SchoolSums())
                        .addOutcome()
                        .addComplete(List.of(), y, y + 0.3 * (i * i) + s);
                plain.computeIfAbsent(school, k -> new SchoolSums())
                        .addOutcome()
                        .addComplete(List.of(), y);
            }
        }
        CohortFit adjusted = new SchoolValueAdded()
                .fit(new Cohort(
                        Estimator.REML,
                        List.of(new Term.PupilNumber("prior", 1)),
                        List.of(Cohort.Scale.NONE, Cohort.Scale.NONE),
                        schools,
                        0));
        CohortFit means =
                new SchoolValueAdded().fit(new Cohort(Estimator.REML, List.of(), List.of(Cohort.Scale.NONE), plain, 0));
        for (int s = 0; s < 3; s++) {
            Outcome unadjusted =
                    new UnadjustedValueAdded().of(adjusted.effects().get(s));
            assertEquals(means.effects().get(s).outcome(), unadjusted);
        }
        assertInstanceOf(
                Absent.class, new UnadjustedValueAdded().of(means.effects().get(0)));
    }

    private static SchoolEffect effect(Outcome outcome) {
        return new SchoolEffect("s", outcome, null);
    }

    private static Value value(Map<String, Role> roles, CohortFit fit) {
        return assertInstanceOf(Value.class, of(roles, fit));
    }

    private static Outcome of(Map<String, Role> roles, CohortFit fit) {
        return new ClusterValueAdded().of(new ClusterValueAdded.Schools(new TreeMap<>(roles), fit));
    }

    private static CohortFit fit(double... offsets) {
        TreeMap<String, SchoolSums> schools = new TreeMap<>();
        for (int s = 0; s < offsets.length; s++) {
            SchoolSums sums = new SchoolSums();
            for (int i = -1; i <= 1; i++) {
                sums.addOutcome().addComplete(List.of(), 3 + offsets[s] + i);
            }
            schools.put(String.valueOf((char) ('a' + s)), sums);
        }
        return new SchoolValueAdded()
                .fit(new Cohort(Estimator.REML, List.of(), List.of(Cohort.Scale.NONE), schools, 0));
    }
}
