package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junheng.Given;
import org.junheng.subject.SchoolsView;
import org.junit.jupiter.api.Test;

/** Independent numbers are in ReferenceInequalityTest. */
class MeanLogDeviationTest {
    private final MeanLogDeviation mld = new MeanLogDeviation();

    /** 1 and 3, mean 2: (ln 2 + ln 2/3) / 2 = ln(4/3) / 2. */
    @Test
    void isTheWeightedMeanOfTheLogDistances() {
        SchoolsView county = Given.county(Given.school("a", 1.0, 6.0), Given.school("b", 3.0, 6.0));
        assertEquals(Math.log(4.0 / 3) / 2, Given.value(mld.of(county)).value(), 1e-16);
    }

    /** For 1 - d and 1 + d: d^2/2 + d^4/4 + ... */
    @Test
    void keepsItsDigitsForSmallGaps() {
        SchoolsView county = Given.county(Given.school("a", 0.9999999, 1.0), Given.school("b", 1.0000001, 1.0));
        assertEquals(5e-15, Given.value(mld.of(county)).value(), 5e-27);
    }

    /** A mean of 1: one school 3 % above it, one of three times its weight 1 % below. */
    @Test
    void equalsTheClosedFormForGapsOfSomePercent() {
        SchoolsView county = Given.county(Given.school("a", 1.03, 1.0), Given.school("b", 0.99, 3.0));
        assertEquals(
                -(Math.log(1.03) + 3 * Math.log(0.99)) / 4,
                Given.value(mld.of(county)).value(),
                1e-16);
    }

    /** Three schools a million million million times below the fourth: {@code (3 ln(m / 1) + ln(m / 1e18)) / 4}, m = (1e18 + 3) / 4. */
    @Test
    void keepsItsDigitsForFiguresFarBelowTheMean() {
        SchoolsView county = Given.county(
                Given.school("a", 1.0, 5.0),
                Given.school("b", 1.0, 5.0),
                Given.school("c", 1.0, 5.0),
                Given.school("d", 1e18, 5.0));
        double expected = (3 * 18 * Math.log(10) - 4 * Math.log(4)) / 4;
        assertEquals(expected, Given.value(mld.of(county)).value(), 1e-14 * expected);
    }

    @Test
    void isAbsentForAValueOfZero() {
        Given.absent(mld.of(Given.county(Given.school("a", 0.0, 1.0), Given.school("b", 3.0, 1.0))));
    }

    @Test
    void isAbsentWhereThereIsNoGapToMeasure() {
        assertEquals(
                Gaps.NEEDS_TWO,
                Given.absent(mld.of(Given.county(Given.school("a", 1.0, 1.0)))).reason());
        assertEquals(
                Gaps.NEGATIVE,
                Given.absent(mld.of(Given.county(Given.school("a", -1.0, 1.0), Given.school("b", 3.0, 1.0))))
                        .reason());
        assertEquals(
                Gaps.ZERO_MEAN,
                Given.absent(mld.of(Given.county(Given.school("a", 0.0, 1.0), Given.school("b", 0.0, 1.0))))
                        .reason());
    }
}
