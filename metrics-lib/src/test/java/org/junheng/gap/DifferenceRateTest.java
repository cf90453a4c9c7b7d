package org.junheng.gap;

import static org.junheng.subject.UrbanRuralClass.RURAL;
import static org.junheng.subject.UrbanRuralClass.TOWN;
import static org.junheng.subject.UrbanRuralClass.URBAN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junheng.Given;
import org.junheng.metric.Outcome;
import org.junheng.subject.SchoolFigure;
import org.junit.jupiter.api.Test;

class DifferenceRateTest {
    private final DifferenceRate rate = new DifferenceRate();
    private final SchoolFigure best = Given.placed(Given.school("a", 90.0, 100.0), URBAN, true);
    private final SchoolFigure second = Given.placed(Given.school("b", 70.0, 100.0), URBAN, true);
    private final SchoolFigure town = Given.placed(Given.school("c", 66.0, 50.0), TOWN, false);

    /** Quality mean 80; town 66 of 50 and 72 of 100 pupils: 70; (80 - 70) / 80. */
    @Test
    void isTheDistanceOfTheWeightedMeansOverTheBetter() {
        Outcome outcome =
                rate.of(Given.county(best, second, town, Given.placed(Given.school("d", 72.0, 100.0), TOWN, null)));
        assertEquals(0.125, Given.value(outcome).value());
        assertEquals(4, outcome.counts().schools());
    }

    @Test
    void otherSchoolsTakeNoPart() {
        Outcome outcome = rate.of(Given.county(
                best,
                second,
                town,
                Given.placed(Given.school("e", 10.0, 900.0), URBAN, false),
                Given.placed(Given.school("f", 10.0, 900.0), URBAN, null),
                Given.placed(Given.school("g", 10.0, 900.0), RURAL, true)));
        assertEquals(0.175, Given.value(outcome).value());
        assertEquals(3, outcome.counts().schools());
    }

    @Test
    void aNegativeRateIsShownAsItIs() {
        assertEquals(
                -0.1,
                Given.value(rate.of(Given.county(best, Given.placed(Given.school("c", 99.0, 50.0), TOWN, false))))
                        .value());
    }

    @Test
    void isAbsentWithoutEitherGroup() {
        Given.absent(rate.of(Given.county(best, second)));
        Given.absent(rate.of(Given.county(town)));
        Given.absent(rate.of(Given.county(best, Given.placed(Given.school("c", 99.0, 0.0), TOWN, false))));
    }

    @Test
    void isAbsentWhenTheQualityMeanIsNotAboveZero() {
        Given.absent(rate.of(Given.county(Given.placed(Given.school("a", 0.0, 10.0), URBAN, true), town)));
        Given.absent(rate.of(Given.county(Given.placed(Given.school("a", -0.4, 10.0), URBAN, true), town)));
    }
}
