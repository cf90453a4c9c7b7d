package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.Role;
import org.junheng.subject.SubjectType;
import org.junheng.valueadded.GrowthView.SchoolGrowth;
import org.junit.jupiter.api.Test;

/** Growth percentiles: the rules of knots, orders, rounding and ties, and the median of a school or cluster. */
class GrowthTest {
    private static final CounterRandom RANDOM = CounterRandom.of(11, "growth");
    private static final double NONE = Double.NaN;

    /** 101 scores 0..100: quantiles 20, 40, 60, 80, boundaries -10 and 110; pupils without the outcome count for them. */
    @Test
    void knotsComeFromAllScoresOfThePriorExam() {
        GrowthCohort cohort = new GrowthCohort(2);
        for (int i = 0; i <= 100; i++) {
            cohort.add(i % 2 == 0 ? NONE : i, NONE, i);
            cohort.add(i, i < 3 ? 1 / 3.0 : i % 7, NONE);
        }
        assertEquals(List.of(20.0, 40.0, 60.0, 80.0), cohort.splines(2).knots());
        assertEquals(-10, cohort.splines(2).low());
        assertEquals(110, cohort.splines(2).high());
        assertEquals(-0.6, cohort.splines(1).low());
    }

    @Test
    void knotsHaveThreeDigits() {
        GrowthCohort cohort = new GrowthCohort(1);
        for (int i = 0; i < 7; i++) {
            cohort.add(NONE, i / 3.0);
        }
        assertEquals(List.of(0.4, 0.8, 1.2, 1.6), cohort.splines(1).knots());
        assertEquals(-0.2, cohort.splines(1).low());
        assertEquals(
                List.of(0.467, 0.667, 1.067, 1.533),
                cohort.add(NONE, 2 / 3.0).add(NONE, NONE).splines(1).knots());
    }

    @Test
    void aPupilIsInTheOrdersThatItsScoresReach() {
        GrowthCohort cohort =
                new GrowthCohort(2).add(5, 4, 3).add(4, 4, NONE).add(6, NONE, 3).add(NONE, 4, 3);
        assertEquals(2, cohort.complete(1).size());
        assertEquals(4, cohort.complete(1).get(0)[0]);
        assertEquals(1, cohort.complete(2).size());
    }

    /** Curves that are constant at 0.5, 1.5, ..., 99.5: a score of s has as many of them strictly below it. */
    @Test
    void percentileCountsCurvesStrictlyBelowTheRoundedScore() {
        List<List<Double>> curves = new ArrayList<>();
        for (int q = 0; q < GrowthCurves.QUANTILES; q++) {
            curves.add(List.of(99.5 - q, 0.0, 0.0, 0.0)); // sorted before they are counted
        }
        GrowthCurves.Reader reader = new GrowthCurves(List.of(List.of(0.0, 10.0)), curves).reader();
        assertEquals(42, reader.percentile(42, 5));
        assertEquals(41, reader.percentile(41.5, 5));
        assertEquals(41, reader.percentile(41.500004, 5) - 1);
        assertEquals(1, reader.percentile(0.2, 5));
        assertEquals(99, reader.percentile(1000, 5));
        assertTrue(reader.isFor(new double[] {1, 5}));
        assertTrue(reader.isFor(new double[] {1, 5, NONE}));
        assertTrue(!reader.isFor(new double[] {1, NONE}) && !reader.isFor(new double[] {1}));
    }

    @Test
    void predictionsAreRoundedToFiveDigitsBeforeTheyAreCompared() {
        List<List<Double>> curves = Collections.nCopies(GrowthCurves.QUANTILES, List.of(41.999996, 0.0, 0.0, 0.0));
        GrowthCurves.Reader reader = new GrowthCurves(List.of(List.of(0.0, 10.0)), curves).reader();
        assertEquals(1, reader.percentile(42, 5));
        assertEquals(99, reader.percentile(42.00001, 5));
    }

    /** Where growth does not depend on the past, percentiles are uniform: 1 % of the pupils between two curves. */
    @Test
    void percentilesOfAWholeCohortAreUniform() {
        GrowthCohort cohort = new GrowthCohort(1);
        List<double[]> pupils = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            double prior = RANDOM.normal(1, i);
            pupils.add(new double[] {prior * prior + RANDOM.normal(2, i), prior});
        }
        pupils.forEach(cohort::add);
        GrowthDesign design = GrowthDesign.of(cohort, 1);
        List<List<Double>> curves = new ArrayList<>(Collections.nCopies(GrowthCurves.QUANTILES, List.of()));
        for (int q = 0; q < GrowthCurves.QUANTILES; q++) {
            curves.set(q, Arrays.stream(design.curve(q)).boxed().toList());
        }
        GrowthCurves.Reader reader = new GrowthCurves(design.knots(), curves).reader();
        int low = 0;
        for (double[] pupil : pupils) {
            low += reader.percentile(pupil) <= 25 ? 1 : 0;
        }
        assertEquals(1500, design.pupils());
        assertEquals(
                0.25, low / 1500.0, 0.012); // share below curve 25, 0.255, +- as many points as a curve has columns
    }

    @Test
    void theOrderOfPupilsDoesNotMatter() {
        GrowthCohort one = new GrowthCohort(1);
        GrowthCohort other = new GrowthCohort(1);
        for (int i = 0; i < 200; i++) {
            one.add(Math.rint(5 * RANDOM.normal(3, i)), Math.rint(9 * RANDOM.normal(4, i)));
            int j = 199 - i;
            other.add(Math.rint(5 * RANDOM.normal(3, j)), Math.rint(9 * RANDOM.normal(4, j)));
        }
        for (int q : new int[] {0, 50, 99}) {
            double[] curve = GrowthDesign.of(one, 1).curve(q);
            assertArrayEquals(curve, GrowthDesign.of(other, 1).curve(q));
        }
    }

    @Test
    void refusesAFewPupilsAndPriorsThatDoNotVary() {
        GrowthCohort few = new GrowthCohort(1);
        GrowthCohort alike = new GrowthCohort(1);
        for (int i = 0; i < 100; i++) {
            few.add(i, i == 0 ? NONE : i);
            alike.add(i, 60);
        }
        assertTrue(GrowthDesign.of(few, 1).obstacle().en().startsWith("only 99 pupils"));
        assertEquals(99, GrowthDesign.of(few, 1).pupils());
        assertTrue(GrowthDesign.of(alike, 1).obstacle().en().contains("do not vary"));
        assertEquals(Words.NONE, GrowthDesign.of(few.add(1, 2), 1).obstacle());
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertEquals(30, value(school(10, 50)).value());
        assertEquals(20, value(school(10, 20, 50)).value());
        assertEquals(10, value(school(10, 10, 50)).value());
        assertEquals(99, value(school(99)).value());
    }

    @Test
    void intervalNeedsTenPupilsAndIsThatOfTheBootstrap() {
        assertNull(value(school(1, 2, 3, 4, 5, 6, 7, 8, 9)).interval());
        Value ten = value(school(1, 2, 3, 4, 5, 6, 7, 8, 9, 99));
        assertNotNull(ten.interval());
        assertTrue(ten.interval().low() >= 1 && ten.interval().high() < 99);
        assertEquals(0.95, ten.interval().level());
    }

    @Test
    void saysWhatItRestsOn() {
        int[] thirty = new int[30];
        Arrays.fill(thirty, 40);
        assertEquals(Words.NONE, value(school(thirty)).caution());
        assertTrue(value(school(1, 2)).caution().en().startsWith("only 2 pupils"));
        GrowthView small = new GrowthView(SubjectType.SCHOOL, 999, Words.NONE, List.of(school(thirty)));
        assertTrue(caution(small).en().contains("only 999 pupils"));
        List<Long> unmatched = new ArrayList<>(school(thirty).percentiles().pupils());
        unmatched.set(0, 13L);
        GrowthView seventy = new GrowthView(
                SubjectType.SCHOOL,
                5000,
                Words.NONE,
                List.of(new SchoolGrowth("s", null, new PercentileCounts(unmatched))));
        assertTrue(caution(seventy).en().startsWith("fewer than 70 %"));
        unmatched.set(0, 12L);
        assertEquals(30, new PercentileCounts(unmatched).n());
    }

    @Test
    void isAbsentWithTheReasonWhereNobodyHasAPercentile() {
        GrowthView refused = new GrowthView(SubjectType.SCHOOL, 0, new Words("因", "why"), List.of(school()));
        assertEquals("why", assertInstanceOf(Absent.class, of(refused)).reason().en());
        GrowthView nobody = new GrowthView(SubjectType.SCHOOL, 5000, Words.NONE, List.of(school()));
        assertTrue(assertInstanceOf(Absent.class, of(nobody)).reason().en().contains("no pupil"));
    }

    @Test
    void clusterPoolsItsPupilsAndNeedsItsLeadAndAMember() {
        SchoolGrowth lead = new SchoolGrowth("a", Role.LEAD, school(10, 20, 30).percentiles());
        SchoolGrowth member = new SchoolGrowth("b", Role.MEMBER, school(90, 95).percentiles());
        Value both = assertInstanceOf(Value.class, of(cluster(lead, member)));
        assertEquals(30, both.value());
        assertEquals(2L, both.counts().schools());
        assertEquals(5L, both.counts().pupils());
        assertInstanceOf(Absent.class, of(cluster(lead)));
        assertInstanceOf(Absent.class, of(cluster(member)));
        assertInstanceOf(Absent.class, of(cluster(lead, new SchoolGrowth("b", Role.MEMBER, school().percentiles()))));
    }

    private static GrowthView cluster(SchoolGrowth... schools) {
        return new GrowthView(SubjectType.CLUSTER, 5000, Words.NONE, List.of(schools));
    }

    private static SchoolGrowth school(int... percentiles) {
        List<Long> pupils = new ArrayList<>(Collections.nCopies(GrowthCurves.QUANTILES, 0L));
        for (int percentile : percentiles) {
            pupils.set(percentile, pupils.get(percentile) + 1);
        }
        return new SchoolGrowth("s", null, new PercentileCounts(pupils));
    }

    private static Words caution(GrowthView view) {
        return assertInstanceOf(Value.class, of(view)).caution();
    }

    private static Value value(SchoolGrowth school) {
        return assertInstanceOf(Value.class, of(new GrowthView(SubjectType.SCHOOL, 5000, Words.NONE, List.of(school))));
    }

    private static Outcome of(GrowthView view) {
        return new MedianGrowthPercentile().of(view);
    }
}
