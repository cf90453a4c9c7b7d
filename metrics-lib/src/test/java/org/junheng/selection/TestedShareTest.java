package org.junheng.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junheng.metric.Absent;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.selection.TestedView.Tested;
import org.junheng.subject.About;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class TestedShareTest {
    private static final Tested TEN = new Tested("b", 300.0, 300.0);
    private static final Tested MANY = new Tested("c", 600.0, 600.0);

    @Test
    void isTestedOverTheRoll() {
        Value share = (Value) share(new Tested("a", 57.0, 60.0));
        assertEquals(0.95, share.value());
        assertEquals(57, share.numerator());
        assertEquals(60, share.denominator());
        assertEquals(60, share.counts().pupils());
    }

    @Test
    void isAbsentWhereACountIsMissingNobodyIsEnrolledOrTheCountsDoNotBelongTogether() {
        assertReason("not reported", share(new Tested("a", null, 60.0)));
        assertReason("not reported", share(new Tested("a", 57.0, null)));
        assertReason("nobody", share(new Tested("a", 0.0, 0.0)));
        assertReason("do not belong together", share(new Tested("a", 61.0, 60.0)));
    }

    /** 90 + 300 + 600 of 1,000; P(X <= 90 | 100, 0.99) is far below 1 %. */
    @Test
    void aSchoolFarBelowItsCountyIsToBeLookedAt() {
        Value flag = (Value) flag(new Tested("a", 90.0, 100.0), TEN, MANY);
        assertEquals(1, flag.value());
        assertTrue(flag.caution().en().startsWith("look at: "), flag.caution().en());
        assertTrue(flag.caution().en().contains("90.0% / 99.0%"), flag.caution().en());
        assertTrue(
                flag.caution().en().contains("3 schools looked at"),
                flag.caution().en());
        assertTrue(flag.caution().zh().startsWith("请查看"), flag.caution().zh());
    }

    /** On both sides of the rule, by the distribution of another library: the last number that is flagged has a tail below 1 %, the next has not. */
    @Test
    void theRuleIsTheExactBinomialTailBelowOnePercent() {
        int lastFlagged = -1;
        for (int tested = 80; tested <= 100; tested++) {
            Value flag = (Value) flag(new Tested("a", (double) tested, 100.0), TEN, new Tested("c", 570.0, 600.0));
            double county = (tested + 870) / 1000.0;
            boolean below = new BinomialDistribution(100, county).cumulativeProbability(tested) < 0.01;
            assertEquals(below ? 1 : 0, flag.value(), "tested " + tested);
            lastFlagged = below ? tested : lastFlagged;
        }
        assertTrue(lastFlagged > 80 && lastFlagged < 100, "both sides occur, last flagged " + lastFlagged);
    }

    @Test
    void aSchoolWithoutAnybodyTestedIsFlaggedAndACountyTestedWholeIsNot() {
        assertEquals(1, ((Value) flag(new Tested("a", 0.0, 40.0), TEN, MANY)).value());
        assertEquals(0, ((Value) flag(new Tested("a", 40.0, 40.0), TEN, MANY)).value());
    }

    @Test
    void thereIsNoFlagWithoutAShareOrBelowThreeSchools() {
        assertReason("fewer than three", flag(new Tested("a", 90.0, 100.0), TEN));
        assertReason("fewer than three", flag(new Tested("a", 90.0, 100.0), TEN, new Tested("c", 9.0, null)));
        assertReason("not reported", flag(new Tested("a", null, 100.0), TEN, MANY));
    }

    /** 40 schools of 30 to 330 pupils, each pupil missing with 4 %: at most 1 % of 20,000 school exams are flagged; one of 12 % missing and 250 pupils nearly always. */
    @Test
    void unselectedSchoolsAreFlaggedAtMostAtTheStatedRate() {
        SplittableRandom random = new SplittableRandom(11);
        int flagged = 0;
        int planted = 0;
        for (int draw = 0; draw < 500; draw++) {
            List<Tested> county = new ArrayList<>();
            for (int school = 0; school < 40; school++) {
                int roll = 30 + random.nextInt(301);
                county.add(drawn(random, "s" + school, roll, 0.04));
            }
            for (Tested school : county) {
                flagged += (int) ((Value) flag(school, county)).value();
            }
            Tested low = drawn(random, "x", 250, 0.12);
            county.add(low);
            planted += (int) ((Value) flag(low, county)).value();
        }
        assertTrue(flagged <= 200 && flagged > 0, "flagged " + flagged + " of 20000");
        assertTrue(planted >= 450, "planted found " + planted + " of 500");
    }

    @Test
    void theRollIsStatedElseOfTheCohortElseOfTheGraduates() {
        Map<String, Double> all = Map.of(
                "grade9_pupil_count", 101.0,
                "grade7_base_count", 100.0,
                "transfer_in_count", 5.0,
                "transfer_out_count", 8.0,
                "death_count", 1.0,
                "graduate_count", 94.0);
        assertEquals(101, GradeRoll.of(9, all::get));
        assertEquals(96, GradeRoll.of(9, without(all, "grade9_pupil_count")::get));
        assertEquals(94, GradeRoll.of(9, without(all, "grade9_pupil_count", "death_count")::get));
        assertEquals(94, GradeRoll.of(6, all::get));
        assertEquals(null, GradeRoll.of(8, all::get));
        assertEquals(null, GradeRoll.of(9, id -> null));
        assertTrue(GradeRoll.indicators().containsAll(all.keySet()));
    }

    private static Map<String, Double> without(Map<String, Double> all, String... ids) {
        Map<String, Double> rest = new java.util.TreeMap<>(all);
        Arrays.asList(ids).forEach(rest::remove);
        return rest;
    }

    private static Tested drawn(SplittableRandom random, String code, int roll, double missing) {
        int tested = 0;
        for (int i = 0; i < roll; i++) {
            tested += random.nextDouble() < missing ? 0 : 1;
        }
        return new Tested(code, (double) tested, (double) roll);
    }

    private static Outcome share(Tested school) {
        return new TestedShare().of(view(school, List.of(school, TEN, MANY)));
    }

    private static Outcome flag(Tested school, Tested... others) {
        List<Tested> county = new ArrayList<>(List.of(others));
        county.add(school);
        return flag(school, county);
    }

    private static Outcome flag(Tested school, List<Tested> county) {
        return new TestedFlag().of(view(school, county));
    }

    private static TestedView view(Tested school, List<Tested> county) {
        About about = About.of(new Subject(SubjectType.SCHOOL, school.school()), 2023)
                .in(Stage.JUNIOR)
                .facet("score:math");
        return new TestedView(about, school, county);
    }

    private static void assertReason(String part, Outcome outcome) {
        Absent absent = assertInstanceOf(Absent.class, outcome);
        assertTrue(absent.reason().en().contains(part), absent.reason().en());
    }
}
