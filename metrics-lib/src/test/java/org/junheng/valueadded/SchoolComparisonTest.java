package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junheng.Given;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.EffectRanks;
import org.junheng.valueadded.CohortFit.SchoolEffect;
import org.junit.jupiter.api.Test;

/** What is said of schools beside each other: ranks and intervals for two. */
class SchoolComparisonTest {
    private static final Absent MISSING = new Absent("缺", "missing", Counts.NONE);

    private static Outcome effect(double value, Double se) {
        return Value.of(value, Counts.ofPupils(40)).within(new Interval(se, value - 2, value + 2, 0.95));
    }

    private static SchoolEffect school(Outcome outcome, EffectRanks.Rank rank) {
        return new SchoolEffect("a", outcome, 0.9, null, rank);
    }

    private static Outcome rank(Outcome outcome, EffectRanks.Rank rank) {
        return new ExpectedRank().of(new ExpectedRank.InModel(school(outcome, rank), 10));
    }

    /** 5 +- 1.96 x 1.5 among ten; 2 +- 3.9 and 9 +- 3.9 are cut at 1 and 10. */
    @Test
    void aRankHasADeviationAndAnIntervalWithinTheRanks() {
        Value middle = Given.value(rank(effect(1, 0.5), new EffectRanks.Rank(5, 1.5)));
        Interval interval = Objects.requireNonNull(middle.interval());
        assertEquals(5, middle.value());
        assertEquals(1.5, interval.se());
        assertEquals(5 - 1.959963984540054 * 1.5, interval.low(), 1e-12);
        assertEquals(5 + 1.959963984540054 * 1.5, interval.high(), 1e-12);
        assertEquals(
                1,
                Given.value(rank(effect(1, 0.5), new EffectRanks.Rank(2, 2)))
                        .interval()
                        .low());
        assertEquals(
                10,
                Given.value(rank(effect(1, 0.5), new EffectRanks.Rank(9, 2)))
                        .interval()
                        .high());
    }

    @Test
    void schoolsThatDoNotDifferShareTheMiddleRankWithoutAnInterval() {
        assertNull(
                Given.value(rank(effect(0, 0.0), new EffectRanks.Rank(5.5, 0))).interval());
    }

    @Test
    void thereIsNoRankWithoutPupilsOrWithoutAValue() {
        assertTrue(
                Given.absent(rank(Value.of(1, Counts.NONE), null)).reason().en().contains("without pupils"));
        assertSame(MISSING, rank(MISSING, null));
    }

    /** 3 +- 1.39 x 0.5; 2 Phi(1.39) - 1 = 0.8355 in the table of the normal distribution. */
    @Test
    void twoSchoolsAreComparedByIntervalsOf139StandardErrors() {
        Value value = Given.value(new ComparisonInterval().of(school(effect(3, 0.5), null)));
        Interval interval = Objects.requireNonNull(value.interval());
        assertEquals(3 - 0.695, interval.low(), 1e-12);
        assertEquals(3 + 0.695, interval.high(), 1e-12);
        assertEquals(0.8355, interval.level(), 5e-5);
    }

    @Test
    void schoolsCannotBeComparedWithoutAStandardError() {
        ComparisonInterval comparison = new ComparisonInterval();
        assertSame(MISSING, comparison.of(school(MISSING, null)));
        for (Outcome without : new Outcome[] {Value.of(1, Counts.NONE), effect(1, null)}) {
            assertTrue(Given.absent(comparison.of(school(without, null)))
                    .reason()
                    .en()
                    .contains("without pupils"));
        }
        Words alike = new Words("无差异", "alike");
        Outcome zero = ((Value) effect(0, 0.0)).withCaution(alike);
        assertEquals(alike, Given.absent(comparison.of(school(zero, null))).reason());
    }
}
