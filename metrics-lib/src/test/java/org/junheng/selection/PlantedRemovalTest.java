package org.junheng.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.selection.BoundedValueAdded.Bound;
import org.junheng.selection.LeaverTally.Group;
import org.junheng.stats.CounterRandom;
import org.junheng.stats.Estimator;
import org.junheng.stats.RandomIntercept;
import org.junheng.valueadded.Cohort;
import org.junheng.valueadded.Cohort.Scale;
import org.junheng.valueadded.CohortFit;
import org.junheng.valueadded.SchoolSums;
import org.junheng.valueadded.SchoolValueAdded;
import org.junheng.valueadded.Term;
import org.junit.jupiter.api.Test;

/** Known truth: 24 schools of 160 pupils, 3 % missing by chance; in the first school the lowest 5 % are missing besides. */
class PlantedRemovalTest {
    private static final int SCHOOLS = 24;
    private static final int SIZE = 160;
    private static final int DRAWS = 40;

    private record Pupil(double prior, double outcome, boolean stays) {}

    @Test
    void aPlantedRemovalIsFlaggedOthersAtMostAtTheStatedRateAndTheBoundsHoldTheTruth() {
        int found = 0;
        int others = 0;
        int held = 0;
        int heldTrimmed = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            List<List<Pupil>> schools = planted(schools(draw), Comparator.comparingDouble(Pupil::prior));
            SortedMap<String, LeaverTally> tallies = tallies(schools);
            for (Map.Entry<String, LeaverTally> school : tallies.entrySet()) {
                Value flag = (Value) new LeaversFlag().of(new LeaversFlag.Looked(school.getValue(), SCHOOLS));
                found += school.getKey().equals("S00") ? (int) flag.value() : 0;
                others += school.getKey().equals("S00") ? 0 : (int) flag.value();
            }
            held += holds(schools, tallies, Bound.LOW, Bound.HIGH) ? 1 : 0;
            heldTrimmed += holds(schools, tallies, Bound.TRIMMED_LOW, Bound.TRIMMED_HIGH) ? 1 : 0;
        }
        assertTrue(found >= 0.9 * DRAWS, "found " + found + " of " + DRAWS);
        assertTrue(others <= 0.01 * DRAWS * (SCHOOLS - 1), "flagged " + others + " of " + DRAWS * (SCHOOLS - 1));
        assertEquals(DRAWS, held);
        assertEquals(DRAWS, heldTrimmed);
    }

    /**
     * Harder: those who would have done worst in the later exam are gone, so the value with those left is too high. (Trimming speaks of pupils who are
     * tested either way, so it need not hold the value with all.)
     */
    @Test
    void theBoundsHoldTheTruthWhenTheLowestOutcomesAreGone() {
        for (int draw = 0; draw < 10; draw++) {
            List<List<Pupil>> schools = planted(schools(draw), Comparator.comparingDouble(Pupil::outcome));
            SortedMap<String, LeaverTally> tallies = tallies(schools);
            assertTrue(holds(schools, tallies, Bound.LOW, Bound.HIGH), "draw " + draw);
            assertTrue(value(fit(schools, false)) < value(fit(schools, true)), "draw " + draw);
        }
    }

    /** n = 4, m = 1, variances 4 and 12: s = 4, rel(4) = 4/7, rel(5) = 4/(4 + 12/5) = 5/8; the value 2 is a mean residual of 3.5. */
    @Test
    void equalsTheWorkedExample() {
        LeaverTally own = new LeaverTally(new Group(0, 0, 1), new Group(4, 0, 0));
        LeaverTally others = new LeaverTally(new Group(10, 0, 0), new Group(90, 0, 0));
        double q = 1.6448536269514722;
        assertEquals(0.625 * (4 * 3.5 - q * 4) / 5, bound(Bound.LOW, own, others), 1e-12);
        assertEquals(0.625 * (4 * 3.5 + q * 4) / 5, bound(Bound.HIGH, own, others), 1e-12);
        double shift = 4 * 0.27996 / 0.8; // 20 % cut off: density 0.27996 at z = 0.84162 of published tables
        assertEquals(4 / 7.0 * (3.5 - shift), bound(Bound.TRIMMED_LOW, own, others), 1e-4);
        assertEquals(4 / 7.0 * (3.5 + shift), bound(Bound.TRIMMED_HIGH, own, others), 1e-4);
    }

    /** One of five pupils on the roll was not tested, everybody in the other schools was: the same as one of five of a prior exam. */
    @Test
    void pupilsOfTheRollBoundAsPupilsOfAPriorExamDo() {
        LeaverTally own = new LeaverTally(new Group(0, 0, 1), new Group(4, 0, 0));
        LeaverTally others = new LeaverTally(new Group(10, 0, 0), new Group(90, 0, 0));
        Words told = new Words("20%", "20 %");
        for (Bound bound : Bound.values()) {
            Value value = (Value)
                    new BoundedValueAdded(bound).of(new BoundedValueAdded.Seen(4, 2, 4 / 7.0, 4, 12, 1, 0.8, 1, told));
            assertEquals(bound(bound, own, others), value.value(), 1e-15);
            assertEquals(told, value.caution());
        }
    }

    @Test
    void withoutAnybodyMissingEveryBoundIsTheValue() {
        LeaverTally whole = new LeaverTally(new Group(1, 0, 0), new Group(4, 0, 0));
        for (Bound bound : Bound.values()) {
            assertEquals(2, bound(bound, whole, whole), 1e-12);
        }
    }

    @Test
    void thereAreNoBoundsWithoutAValueOrPupilsToCompareWith() {
        LeaverTally own = new LeaverTally(new Group(0, 0, 1), new Group(4, 0, 0));
        LeaverTally gone = new LeaverTally(new Group(0, 0, 5), Group.NOBODY);
        assertReason(
                "no value-added",
                new BoundedValueAdded(Bound.LOW).of(new BoundedValueAdded.School("X", model(4), own, own)));
        assertReason(
                "do not differ",
                new BoundedValueAdded(Bound.LOW).of(new BoundedValueAdded.School("A", model(0), own, own)));
        for (LeaverTally others : List.of(gone, LeaverTally.NOBODY)) {
            assertReason(
                    "compare with",
                    new BoundedValueAdded(Bound.TRIMMED_HIGH)
                            .of(new BoundedValueAdded.School("A", model(4), own, others)));
        }
    }

    private static void assertReason(String part, Outcome outcome) {
        Absent absent = assertInstanceOf(Absent.class, outcome);
        assertTrue(absent.reason().en().contains(part), absent.reason().en());
    }

    private static double bound(Bound bound, LeaverTally own, LeaverTally others) {
        Value value = (Value) new BoundedValueAdded(bound).of(new BoundedValueAdded.School("A", model(4), own, others));
        return value.value();
    }

    private static RandomIntercept model(double sigma2Schools) {
        RandomIntercept.Effect effect = new RandomIntercept.Effect("A", 4, 2, 1, 1, 1, 4 / 7.0, List.of());
        return new RandomIntercept(Estimator.REML, List.of(), List.of(), sigma2Schools, 9, 12, 0, 100, List.of(effect));
    }

    private static boolean holds(
            List<List<Pupil>> schools, SortedMap<String, LeaverTally> tallies, Bound low, Bound high) {
        double truth = value(fit(schools, false));
        LeaverTally others = LeaverTally.NOBODY;
        for (Map.Entry<String, LeaverTally> school : tallies.entrySet()) {
            others = school.getKey().equals("S00") ? others : others.plus(school.getValue());
        }
        BoundedValueAdded.School school =
                new BoundedValueAdded.School("S00", fit(schools, true).model(), tallies.get("S00"), others);
        return ((Value) new BoundedValueAdded(low).of(school)).value() <= truth
                && truth <= ((Value) new BoundedValueAdded(high).of(school)).value();
    }

    private static double value(CohortFit fit) {
        return ((Value) fit.effects().get(0).outcome()).value();
    }

    private static CohortFit fit(List<List<Pupil>> schools, boolean onlyThoseWhoStay) {
        SortedMap<String, SchoolSums> sums = new TreeMap<>();
        for (int s = 0; s < SCHOOLS; s++) {
            SchoolSums school = new SchoolSums();
            schools.get(s).stream().filter(p -> p.stays() || !onlyThoseWhoStay).forEach(p -> school.addOutcome()
                    .addComplete(List.of(), p.outcome(), p.prior()));
            sums.put(code(s), school);
        }
        return new SchoolValueAdded()
                .fit(new Cohort(
                        Estimator.REML,
                        List.of(new Term.PupilNumber("prior", 1)),
                        List.of(Scale.NONE, Scale.NONE),
                        sums,
                        0));
    }

    private static SortedMap<String, LeaverTally> tallies(List<List<Pupil>> schools) {
        PriorPupils pupils = new PriorPupils();
        for (int s = 0; s < SCHOOLS; s++) {
            String code = code(s);
            schools.get(s).forEach(p -> pupils.add(code, p.prior(), p.stays() ? Fate.HERE : Fate.NOWHERE));
        }
        return pupils.tallies();
    }

    private static List<List<Pupil>> schools(int draw) {
        CounterRandom random = new CounterRandom(20240901L + draw);
        List<List<Pupil>> schools = new ArrayList<>();
        for (int s = 0; s < SCHOOLS; s++) {
            List<Pupil> pupils = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                double prior = 10 * random.normal(s, 3L * i) + 3 * random.normal(s, 1_000_000);
                double outcome =
                        70 + 0.7 * prior + 2.5 * random.normal(s, 2_000_000) + 8 * random.normal(s, 3L * i + 1);
                boolean stays = random.normal(s, 3L * i + 2) < 1.8807936; // 97 %
                pupils.add(new Pupil(prior, outcome, stays));
            }
            schools.add(pupils);
        }
        return schools;
    }

    /** The lowest 5 % of the first school are gone too. */
    private static List<List<Pupil>> planted(List<List<Pupil>> schools, Comparator<Pupil> lowest) {
        List<Pupil> first = new ArrayList<>(schools.get(0));
        first.sort(lowest);
        for (int i = 0; i < SIZE / 20; i++) {
            first.set(i, new Pupil(first.get(i).prior(), first.get(i).outcome(), false));
        }
        List<List<Pupil>> all = new ArrayList<>(schools);
        all.set(0, first);
        return all;
    }

    private static String code(int school) {
        return school < 10 ? "S0" + school : "S" + school;
    }
}
