package org.junheng.valueadded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junit.jupiter.api.Test;

class SchoolMeansValueAddedTest {
    private static final List<String> PRIOR = List.of("prior_2021_6");

    /**
     * By hand: all schools lie on 10 + 2 x but E, which lies 1.5 above with weight 4. The weighted mean of x is 10/8, its sum of squares
     * 18 - 100/8 = 5.5; the excess has mean 6/8 and product 4 * 1.5 * (1 - 1.25) = -1.5 with x, so the slope is 2 - 1.5/5.5.
     */
    @Test
    void isTheResidualOfTheRegressionWeightedByTestedPupils() {
        List<SchoolMeans> schools = List.of(
                new SchoolMeans("E", 4, 13.5, List.of(1.0)),
                new SchoolMeans("A", 1, 10, List.of(0.0)),
                new SchoolMeans("B", 1, 12, List.of(1.0)),
                new SchoolMeans("C", 1, 14, List.of(2.0)),
                new SchoolMeans("D", 1, 16, List.of(3.0)));
        double slope = 2 - 1.5 / 5.5;
        double intercept = 10 + 2 * 1.25 + 0.75 - slope * 1.25;
        CohortFit fit = SchoolMeansValueAdded.fit(PRIOR, schools);
        assertEquals("intercept", fit.terms().get(0).term());
        assertEquals(intercept, fit.terms().get(0).estimate(), 1e-13);
        assertEquals("prior_2021_6", fit.terms().get(1).term());
        assertEquals(slope, fit.terms().get(1).estimate(), 1e-13);
        assertEquals(8, fit.terms().get(1).pupils());
        assertEquals("A", fit.effects().get(0).school());
        assertEquals(10 - intercept, value(fit, 0).value(), 1e-13);
        assertEquals(13.5 - intercept - slope, value(fit, 4).value(), 1e-13);
        assertEquals(4, value(fit, 4).counts().pupils());
    }

    @Test
    void isAlwaysOfLittleEvidenceWithoutErrorReliabilityOrBand() {
        CohortFit fit = SchoolMeansValueAdded.fit(PRIOR, schools(5, i -> i));
        for (CohortFit.SchoolEffect effect : fit.effects()) {
            Value value = assertInstanceOf(Value.class, effect.outcome());
            assertTrue(value.caution().en().startsWith("school means only"));
            assertNull(value.interval());
            assertEquals(
                    "no band without pupils' data",
                    assertInstanceOf(Absent.class, new ValueAddedBand().of(effect))
                            .reason()
                            .en());
            assertEquals(
                    "no reliability without pupils' data",
                    assertInstanceOf(Absent.class, new ValueAddedReliability().of(effect))
                            .reason()
                            .en());
        }
    }

    @Test
    void needsThreeSchoolsMoreThanCoefficients() {
        assertEquals(
                Words.NONE, SchoolMeansValueAdded.fit(PRIOR, schools(5, i -> i)).refusal());
        CohortFit four = SchoolMeansValueAdded.fit(PRIOR, schools(4, i -> i));
        assertTrue(
                four.refusal().en().contains("only 4 schools"), four.refusal().en());
        assertInstanceOf(Absent.class, four.effects().get(0).outcome());
        assertInstanceOf(Absent.class, new ValueAddedBand().of(four.effects().get(0)));
        assertInstanceOf(
                Absent.class, new ValueAddedReliability().of(four.effects().get(0)));
    }

    @Test
    void isAbsentWithoutPriorExamOrWhenPriorMeansDoNotVary() {
        assertEquals(
                "neither pupils' data nor a prior exam",
                SchoolMeansValueAdded.fit(List.of(), List.of()).refusal().en());
        assertEquals(
                "the schools' prior means do not vary",
                SchoolMeansValueAdded.fit(PRIOR, schools(8, i -> 71.3))
                        .refusal()
                        .en());
    }

    @Test
    void aMeanOfNobodyCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new SchoolMeans("A", 0, 50, List.of()));
    }

    private interface Prior {
        double of(int school);
    }

    private static List<SchoolMeans> schools(int count, Prior prior) {
        List<SchoolMeans> schools = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            schools.add(new SchoolMeans("S" + i, 10 + i, 60 + i * i, List.of(prior.of(i))));
        }
        return schools;
    }

    private static Value value(CohortFit fit, int at) {
        return assertInstanceOf(Value.class, fit.effects().get(at).outcome());
    }
}
