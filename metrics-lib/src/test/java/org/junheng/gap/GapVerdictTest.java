package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junheng.Given;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junit.jupiter.api.Test;

class GapVerdictTest {
    private static final Value CHANGE = Value.of(-0.1, Counts.ofSchools(20));

    @Test
    void isToldOnlyWhenTheIntervalExcludesZero() {
        assertEquals(
                -1,
                verdict(CHANGE.within(new Interval(0.02, -0.14, -0.06, 0.95))).value());
        assertEquals(
                1,
                verdict(Value.of(0.1, Counts.ofSchools(20)).within(new Interval(0.02, 0.06, 0.14, 0.95)))
                        .value());
        Value undecided = verdict(CHANGE.within(new Interval(0.08, -0.26, 0.06, 0.95)));
        assertEquals(0, undecided.value());
        assertTrue(undecided.caution().en().contains("the interval holds 0"));
    }

    @Test
    void withoutAnIntervalTheReasonSaysWhy() {
        assertTrue(verdict(CHANGE).caution().en().contains("too few schools"));
        Value broken = verdict(CHANGE.withCaution(new Words("口径改变", "the definition changed in 2023")));
        assertEquals(0, broken.value());
        assertEquals(
                "cannot be told: the definition changed in 2023",
                broken.caution().en());
    }

    /** Single schools decide the change: the verdict is of as little evidence. */
    @Test
    void theCautionOfTheChangeIsKept() {
        Words single = new Words("个别学校决定结果", "single schools decide");
        Outcome change = CHANGE.within(new Interval(0.02, -0.14, -0.06, 0.95)).withCaution(single);
        assertEquals(single, verdict(change).caution());
    }

    @Test
    void isAbsentWhereTheChangeIs() {
        Absent absent = new Absent("没有学校", "no school", Counts.ofSchools(0));
        assertEquals(absent, Given.absent(new GapVerdict().of(absent)));
    }

    private static Value verdict(Outcome change) {
        return Given.value(new GapVerdict().of(change));
    }
}
