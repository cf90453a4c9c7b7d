package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.valueadded.CohortFit.SchoolEffect;
import org.junit.jupiter.api.Test;

class ValueAddedStabilityTest {
    /** Anscombe's first data set (1973): r = 0.81642 over 11 points; Fisher's interval by hand: tanh(1.145986 +- 0.692952). */
    private static final double[] X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};

    private static final double[] Y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

    @Test
    void isThePublishedCorrelationOfAnscombesData() {
        List<SchoolEffect> before = effects(X);
        before.add(new SchoolEffect("closed", Value.of(3, Counts.NONE), null));
        List<SchoolEffect> now = new ArrayList<>(effects(Y));
        now.add(new SchoolEffect("new", Value.of(-9, Counts.NONE), null));
        now.add(new SchoolEffect("closed", new Absent("无", "none", Counts.NONE), null));
        Value value = assertInstanceOf(Value.class, of(before, now));
        assertEquals(0.81642, value.value(), 5e-6);
        assertEquals(11L, value.counts().schools());
        assertNotNull(value.interval());
        assertNull(value.interval().se());
        assertEquals(Math.tanh(1.145986 - 0.692952), value.interval().low(), 2e-5);
        assertEquals(Math.tanh(1.145986 + 0.692952), value.interval().high(), 2e-5);
        assertTrue(value.caution().en().contains("only 11 schools"));
    }

    @Test
    void isAbsentBelowTenSchoolsAndWithoutDifferences() {
        assertInstanceOf(Absent.class, of(effects(X).subList(0, 9), effects(Y)));
        Absent alike = assertInstanceOf(Absent.class, of(effects(new double[11]), effects(Y)));
        assertTrue(alike.reason().en().contains("do not differ"));
    }

    @Test
    void aPerfectCorrelationHasNoInterval() {
        double[] line = new double[32];
        for (int i = 0; i < line.length; i++) {
            line[i] = i;
        }
        Value value = assertInstanceOf(Value.class, of(effects(line), effects(line)));
        assertEquals(1.0, value.value());
        assertNull(value.interval());
        assertEquals(Words.NONE, value.caution());
    }

    private static Outcome of(List<SchoolEffect> before, List<SchoolEffect> now) {
        return new ValueAddedStability().of(new ValueAddedStability.Cohorts(before, now));
    }

    private static List<SchoolEffect> effects(double[] values) {
        List<SchoolEffect> effects = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            effects.add(new SchoolEffect("s" + (10 + i), Value.of(values[i], Counts.NONE), null));
        }
        return effects;
    }
}
