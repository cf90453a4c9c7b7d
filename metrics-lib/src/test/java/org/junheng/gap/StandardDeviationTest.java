package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junheng.Given;
import org.junit.jupiter.api.Test;

/** The published number is in WorkedExampleTest: 3.2639. */
class StandardDeviationTest {
    private final StandardDeviation deviation = new StandardDeviation();

    /** Mean 3; (1 * 9 + 3 * 1) / 4 = 3. */
    @Test
    void dividesByTheWeightsAndNotByNMinusOne() {
        assertEquals(
                Math.sqrt(3),
                Given.value(deviation.of(Given.county(Given.school("a", 0.0, 1.0), Given.school("b", 4.0, 3.0))))
                        .value(),
                1e-16);
    }

    @Test
    void takesValuesBelowZeroAndAMeanOfZero() {
        assertEquals(
                2.0,
                Given.value(deviation.of(Given.county(Given.school("a", -2.0, 5.0), Given.school("b", 2.0, 5.0))))
                        .value());
    }

    @Test
    void isAbsentForASingleUsableSchool() {
        assertEquals(
                Gaps.NEEDS_TWO,
                Given.absent(deviation.of(Given.county(Given.school("a", 2.0, 5.0), Given.school("b", 2.0, null))))
                        .reason());
    }
}
