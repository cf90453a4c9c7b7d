package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junheng.Given;
import org.junheng.metric.Better;
import org.junheng.metric.Outcome;
import org.junit.jupiter.api.Test;

/** The published number is in WorkedExampleTest: 6.3344, and not the mean of the five schools. */
class MeanLevelTest {
    private final MeanLevel mean = new MeanLevel();

    @Test
    void isTheMeanOfThePupilsNotOfTheSchools() {
        Outcome outcome = mean.of(Given.county(Given.school("a", 10.0, 300.0), Given.school("b", 20.0, 100.0)));
        assertEquals(12.5, Given.value(outcome).value());
        assertEquals(2, outcome.counts().schools());
    }

    @Test
    void oneSchoolIsEnough() {
        assertEquals(
                0.3,
                Given.value(mean.of(Given.county(Given.school("a", 0.3, 7.0)))).value());
    }

    @Test
    void takesValuesBelowZero() {
        Outcome outcome = mean.of(Given.county(Given.school("a", -1.5, 1.0), Given.school("b", 0.5, 1.0)));
        assertEquals(-0.5, Given.value(outcome).value());
    }

    @Test
    void isAbsentWithoutAUsableSchool() {
        Given.absent(mean.of(Given.county()));
        Given.absent(mean.of(Given.county(Given.school("a", null, 7.0), Given.school("b", 3.0, 0.0))));
    }

    /** More books are better, more pupils per teacher are not: the facet decides, so the mean alone has no direction. */
    @Test
    void hasNoDirectionOfItsOwn() {
        assertEquals(Better.NONE, mean.definition().better());
    }
}
