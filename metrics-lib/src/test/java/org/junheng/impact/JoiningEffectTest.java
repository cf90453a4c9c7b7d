package org.junheng.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.metric.Absent;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoiningEffectTest {
    private static final List<Integer> YEARS = List.of(1, 2, 3);

    /** Changes of 4 and 6 against 1, 1 and 4: 5 - 2 = 3; se = sqrt(2/4 + 6/9) ... the variances with n, divided by n. */
    @ParameterizedTest
    @EnumSource(EffectEstimator.class)
    void aHandExampleWithoutCovariates(EffectEstimator estimator) {
        ImpactFit fit = fit(
                estimator,
                Pairing.BALANCED,
                school("a", 2, 10.0, 14.0),
                school("b", 2, 20.0, 26.0),
                school("c", null, 10.0, 11.0),
                school("d", null, 12.0, 13.0),
                school("e", null, 12.0, 16.0));
        ImpactEstimate overall = fit.overall();
        assertEquals(3, overall.estimate(), 1e-12);
        assertEquals(Math.sqrt((1.0 + 1.0) / 4 + (1.0 + 1.0 + 4.0) / 9), overall.se(), 1e-12);
        assertEquals(2, overall.treated());
        assertEquals(3, overall.comparison());
    }

    @Test
    void aSchoolThatHadJoinedBeforeIsLeftOutAndOneThatJoinsAfterwardsNeverJoins() {
        ImpactFit fit = fit(
                EffectEstimator.REG,
                Pairing.BALANCED,
                school("a", 2, 0.0, 5.0),
                school("b", 1, 0.0, 100.0),
                school("c", 9, 0.0, 1.0),
                school("d", null, 0.0, 3.0));
        assertEquals(3, fit.overall().estimate(), 1e-12);
        assertEquals(2, fit.overall().comparison());
    }

    /** In year 2 the schools that join in 3 are compared with, in year 3 they are not; before joining the change is that of one year. */
    @Test
    void theBaseIsTheLastYearBeforeAndTheComparisonNotYetTreated() {
        ImpactFit fit = fit(
                EffectEstimator.REG,
                Pairing.BALANCED,
                school("a", 2, 1.0, 4.0, 9.0),
                school("b", 3, 1.0, 3.0, 9.0),
                school("c", null, 1.0, 1.0, 2.0));
        assertEquals(3 - (2 + 0) / 2.0, row(fit, 2, 2).estimate(), 1e-12);
        assertEquals(8 - 1.0, row(fit, 2, 3).estimate(), 1e-12);
        assertEquals(2 - 0.0, row(fit, 3, 2).estimate(), 1e-12);
        assertEquals(6 - 1.0, row(fit, 3, 3).estimate(), 1e-12);
    }

    @Test
    void balancedWantsEveryYearAndPairwiseBothYears() {
        JoiningSchool[] schools = {
            school("a", 3, 1.0, 2.0, 7.0),
            school("b", null, null, 1.0, 2.0),
            school("c", null, 1.0, 1.0, 4.0),
            school("d", null, 1.0, 1.0, 1.0)
        };
        assertEquals(
                2,
                row(fit(EffectEstimator.REG, Pairing.BALANCED, schools), 3, 3).comparison());
        ImpactEstimate pairwise = row(fit(EffectEstimator.REG, Pairing.PAIRWISE, schools), 3, 3);
        assertEquals(3, pairwise.comparison());
        assertEquals(5 - 4 / 3.0, pairwise.estimate(), 1e-12);
    }

    @Test
    void aCellThatCannotBeComputedIsAbsentWithItsReasonAndTheRunGoesOn() {
        ImpactFit fit = fit(EffectEstimator.DR, Pairing.BALANCED, school("a", 2, 1.0, 2.0), school("b", 2, 1.0, 3.0));
        ImpactEstimate cell = row(fit, 2, 2);
        assertNull(cell.estimate());
        assertEquals(Status.NOT_ASSESSED, cell.status());
        assertEquals("no school to compare with", cell.reason().en());
        assertEquals(2, cell.treated());
        assertTrue(fit.refusal().en().contains("no school to compare with"));
    }

    /** The second trait is twice the first: regression is singular. A trait that separates: the propensity reaches one. */
    @Test
    void collinearAndSeparatingCovariatesAreRefused() {
        List<JoiningSchool> schools = new ArrayList<>();
        Map<String, String> one = new TreeMap<>();
        Map<String, String> two = new TreeMap<>();
        Map<String, String> apart = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            String code = "s" + i;
            schools.add(school(code, i < 8 ? 2 : null, 0.0 + i, 1.0 + i * i % 7));
            one.put(code, String.valueOf(i * i % 5));
            two.put(code, String.valueOf(2 * (i * i % 5)));
            apart.put(code, i < 8 ? "in" : "out");
        }
        SchoolTrait first = new SchoolTrait("one", SchoolTrait.Kind.NUMBER, Map.of(1, one));
        SchoolTrait second = new SchoolTrait("two", SchoolTrait.Kind.NUMBER, Map.of(1, two));
        SchoolTrait separating = new SchoolTrait("apart", SchoolTrait.Kind.TEXT, Map.of(1, apart));
        assertNotNull(fit(EffectEstimator.DR, schools, first).overall().estimate());
        assertTrue(
                fit(EffectEstimator.REG, schools, first, second).refusal().en().contains("collinear"));
        assertTrue(fit(EffectEstimator.IPW, schools, separating).refusal().en().contains("propensity"));
    }

    /** A text that is missing leaves a school out as a number does, also when it has one value only; a covariate that nobody has leaves all out. */
    @Test
    void aSchoolWithoutACovariateIsNotInThePanel() {
        List<JoiningSchool> schools =
                List.of(school("a", 2, 0.0, 3.0), school("b", null, 0.0, 1.0), school("c", null, 0.0, 100.0));
        SchoolTrait text = new SchoolTrait("kind", SchoolTrait.Kind.TEXT, Map.of(1, Map.of("a", "x", "b", "x")));
        SchoolTrait number = new SchoolTrait("size", SchoolTrait.Kind.NUMBER, Map.of(1, Map.of("a", "1", "b", "1")));
        assertEquals(2, fit(EffectEstimator.REG, schools, text).overall().estimate(), 1e-12);
        assertEquals(2, fit(EffectEstimator.REG, schools, number).overall().estimate(), 1e-12);
        SchoolTrait nobody = new SchoolTrait("none", SchoolTrait.Kind.TEXT, Map.of());
        assertTrue(fit(EffectEstimator.REG, schools, nobody).refusal().en().contains("no school has the outcome"));
    }

    /** Four clusters that joined: a standard error, but no interval, and the smallest design that would have one. */
    @Test
    void fewClustersHaveNoInterval() {
        ImpactEstimate four = clustered(4, 40).overall();
        assertNotNull(four.se());
        assertNull(four.interval());
        assertNull(four.pValue());
        assertEquals(Status.LOW_EVIDENCE, four.status());
        assertTrue(
                four.reason().en().contains("only 4 independent units"),
                four.reason().en());
        assertTrue(four.reason().en().contains("6 of each"));
        ImpactEstimate one = clustered(1, 40).overall();
        assertNotNull(one.se()); // as defined, and the reason says what is not in it
        assertTrue(one.reason().en().contains("se holds the error of one side only"));
        assertInstanceOf(Absent.class, new Detectability().of(clustered(1, 40)));
        assertNull(clustered(1, 1).overall().se());
        assertNotNull(clustered(6, 40).overall().interval());
    }

    @Test
    void fromFiftyClustersTheIntervalIsNormalAndBandsAreWiderThanIntervals() {
        ImpactFit fit = clustered(50, 60);
        ImpactEstimate overall = fit.overall();
        assertEquals(
                overall.estimate() - 1.959963984540054 * overall.se(),
                overall.interval().low(),
                1e-12);
        ImpactEstimate event = fit.estimates().stream()
                .filter(e -> e.eventTime() != null && e.eventTime() == 0 && e.aggregation() == Aggregation.EVENT)
                .findFirst()
                .orElseThrow();
        assertTrue(event.band().low() < event.interval().low());
        assertTrue(event.band().high() > event.interval().high());
    }

    @Test
    void theOrderOfTheSchoolsDoesNotMatter() {
        List<JoiningSchool> schools = drawn(12, 20);
        List<JoiningSchool> reversed = new ArrayList<>(schools);
        Collections.reverse(reversed);
        assertEquals(
                fit(EffectEstimator.DR, schools).estimates(),
                fit(EffectEstimator.DR, reversed).estimates());
    }

    static ImpactEstimate row(ImpactFit fit, int cohort, int year) {
        return fit.estimates().stream()
                .filter(e -> e.aggregation() == Aggregation.GROUP_TIME && e.cohort() == cohort && e.year() == year)
                .findFirst()
                .orElseThrow();
    }

    private static ImpactFit clustered(int joined, int others) {
        return fit(EffectEstimator.REG, drawn(joined, others));
    }

    /** Clusters of three schools that join in year 2 or 3, and single schools that never do. */
    private static List<JoiningSchool> drawn(int joined, int others) {
        CounterRandom random = CounterRandom.of(5, "schools");
        List<JoiningSchool> schools = new ArrayList<>();
        for (int i = 0; i < 3 * joined + others; i++) {
            boolean joins = i < 3 * joined;
            List<Double> outcomes =
                    List.of(random.normal(i, 0), random.normal(i, 1), random.normal(i, 2) + (joins ? 1 : 0));
            String cluster = joins ? "cluster " + i / 3 : "school " + i;
            schools.add(new JoiningSchool("s" + i, cluster, joins ? 2 + i / 3 % 2 : null, outcomes));
        }
        return schools;
    }

    private static JoiningSchool school(String code, Integer joined, Double... outcomes) {
        return new JoiningSchool(code, code, joined, Arrays.asList(outcomes));
    }

    private static ImpactFit fit(EffectEstimator estimator, Pairing pairing, JoiningSchool... schools) {
        return new JoiningEffect()
                .fit(new ImpactQuestion(
                        YEARS.subList(0, schools[0].outcomes().size()),
                        List.of(schools),
                        List.of(),
                        ComparisonGroup.NOT_YET_TREATED,
                        estimator,
                        pairing,
                        7));
    }

    private static ImpactFit fit(EffectEstimator estimator, List<JoiningSchool> schools, SchoolTrait... traits) {
        return new JoiningEffect()
                .fit(new ImpactQuestion(
                        YEARS.subList(0, schools.get(0).outcomes().size()),
                        schools,
                        List.of(traits),
                        ComparisonGroup.NEVER_TREATED,
                        estimator,
                        Pairing.BALANCED,
                        7));
    }
}
