package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junheng.Given;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junit.jupiter.api.Test;

/** Exact and independent numbers are in ReferenceInequalityTest. */
class GiniTest {
    private final Gini gini = new Gini();

    /** 1, 2, 3 with weights 1, 1, 2: pairs 1*1*1 + 1*2*2 + 1*2*1 = 7, twice 14, over 2 * 16 * 9/4 = 72. */
    @Test
    void isTheMeanDifferenceOverTwiceTheMean() {
        SchoolsView county =
                Given.county(Given.school("a", 3.0, 2.0), Given.school("b", 1.0, 1.0), Given.school("c", 2.0, 1.0));
        assertEquals(14.0 / 72, Given.value(gini.of(county)).value(), 1e-16);
    }

    /** One of two has everything: 1/2, where a correction n / (n - 1) would say 1. */
    @Test
    void isNotCorrectedForSmallSamples() {
        SchoolsView county = Given.county(Given.school("a", 0.0, 1.0), Given.school("b", 4.0, 1.0));
        assertEquals(0.5, Given.value(gini.of(county)).value());
    }

    @Test
    void twoSchoolsAreOneOfTheirWeightTogether() {
        SchoolsView apart =
                Given.county(Given.school("a", 1.0, 2.0), Given.school("b", 1.0, 3.0), Given.school("c", 4.0, 5.0));
        SchoolsView together = Given.county(Given.school("a", 1.0, 5.0), Given.school("c", 4.0, 5.0));
        assertEquals(
                Given.value(gini.of(together)).value(),
                Given.value(gini.of(apart)).value());
    }

    @Test
    void isExactlyZeroBetweenEqualQuotients() {
        SchoolsView county = Given.county(
                SchoolFigure.perPupil("a", 7, 21),
                SchoolFigure.perPupil("b", 11, 33),
                SchoolFigure.perPupil("c", 13, 39));
        assertEquals(0.0, Given.value(gini.of(county)).value());
    }

    @Test
    void isAbsentWhereThereIsNoGapToMeasure() {
        assertEquals(
                Gaps.NEEDS_TWO,
                Given.absent(gini.of(Given.county(Given.school("a", 1.0, 1.0)))).reason());
        assertEquals(
                Gaps.NEGATIVE,
                Given.absent(gini.of(Given.county(Given.school("a", -1.0, 1.0), Given.school("b", 3.0, 1.0))))
                        .reason());
        assertEquals(
                Gaps.ZERO_MEAN,
                Given.absent(gini.of(Given.county(Given.school("a", 0.0, 1.0), Given.school("b", 0.0, 1.0))))
                        .reason());
    }
}
