package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junheng.Given;
import org.junheng.subject.SchoolsView;
import org.junit.jupiter.api.Test;

/** Independent numbers are in ReferenceInequalityTest. */
class TheilTest {
    private final Theil theil = new Theil();

    /** 1 and 3, mean 2: (0.5 ln 0.5 + 1.5 ln 1.5) / 2. */
    @Test
    void isTheWeightedMeanOfRLogR() {
        SchoolsView county = Given.county(Given.school("a", 1.0, 6.0), Given.school("b", 3.0, 6.0));
        assertEquals(
                (0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)) / 2,
                Given.value(theil.of(county)).value(),
                1e-16);
    }

    /** One of two has everything: ln 2. */
    @Test
    void zeroLogZeroIsZero() {
        SchoolsView county = Given.county(Given.school("a", 0.0, 1.0), Given.school("b", 4.0, 1.0));
        assertEquals(Math.log(2), Given.value(theil.of(county)).value(), 1e-15);
    }

    /** For 1 - d and 1 + d: d^2/2 + d^4/12 + ... */
    @Test
    void keepsItsDigitsForSmallGaps() {
        SchoolsView county = Given.county(Given.school("a", 0.9999999, 1.0), Given.school("b", 1.0000001, 1.0));
        assertEquals(5e-15, Given.value(theil.of(county)).value(), 5e-27);
    }

    /** A mean of 1: one school 3 % above it, one of three times its weight 1 % below. */
    @Test
    void equalsTheClosedFormForGapsOfSomePercent() {
        SchoolsView county = Given.county(Given.school("a", 1.03, 1.0), Given.school("b", 0.99, 3.0));
        assertEquals(
                (1.03 * Math.log(1.03) + 3 * 0.99 * Math.log(0.99)) / 4,
                Given.value(theil.of(county)).value(),
                1e-16);
    }

    @Test
    void isAbsentWhereThereIsNoGapToMeasure() {
        assertEquals(
                Gaps.NEEDS_TWO,
                Given.absent(theil.of(Given.county(Given.school("a", 1.0, 1.0))))
                        .reason());
        assertEquals(
                Gaps.NEGATIVE,
                Given.absent(theil.of(Given.county(Given.school("a", -1.0, 1.0), Given.school("b", 3.0, 1.0))))
                        .reason());
        assertEquals(
                Gaps.ZERO_MEAN,
                Given.absent(theil.of(Given.county(Given.school("a", 0.0, 1.0), Given.school("b", 0.0, 1.0))))
                        .reason());
    }
}
