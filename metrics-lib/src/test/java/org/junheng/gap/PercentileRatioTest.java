package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junheng.Given;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** Independent numbers are in ReferenceInequalityTest. */
class PercentileRatioTest {
    private final PercentileRatio ratio = new PercentileRatio();

    /** Ten schools 1..10 of one weight: the first holds a tenth, the ninth nine tenths. In doubles 0.1 added nine times is below 0.9. */
    @Test
    void aShareThatReachesThePercentileExactlyCounts() {
        List<SchoolFigure> schools = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            schools.add(Given.school("s" + i, (double) i, 0.1));
        }
        assertEquals(
                9.0,
                Given.value(ratio.of(Given.view(SubjectType.COUNTY, Given.YEAR, schools)))
                        .value());
    }

    @Test
    void doesNotInterpolate() {
        SchoolsView county = Given.county(Given.school("a", 2.0, 1.0), Given.school("b", 5.0, 1.0));
        assertEquals(2.5, Given.value(ratio.of(county)).value());
    }

    @Test
    void weighsByPupils() {
        SchoolsView county =
                Given.county(Given.school("a", 1.0, 9.0), Given.school("b", 2.0, 100.0), Given.school("c", 8.0, 9.0));
        assertEquals(1.0, Given.value(ratio.of(county)).value());
    }

    @Test
    void isAbsentWhenTheLowPercentileIsZero() {
        Given.absent(ratio.of(Given.county(Given.school("a", 0.0, 1.0), Given.school("b", 5.0, 1.0))));
    }

    @Test
    void aZeroBelowTheLowPercentileDoesNotMatter() {
        SchoolsView county = Given.county(Given.school("a", 0.0, 1.0), Given.school("b", 5.0, 99.0));
        assertEquals(1.0, Given.value(ratio.of(county)).value());
    }

    @Test
    void isAbsentForASingleSchoolOrAValueBelowZero() {
        assertEquals(
                Gaps.NEEDS_TWO,
                Given.absent(ratio.of(Given.county(Given.school("a", 1.0, 1.0))))
                        .reason());
        assertEquals(
                Gaps.NEGATIVE,
                Given.absent(ratio.of(Given.county(Given.school("a", -1.0, 1.0), Given.school("b", 3.0, 1.0))))
                        .reason());
    }
}
