package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Outcome;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class GapChangeTest {
    private final GapChange own = new GapChange(new CoefficientOfVariation(), GapChange.Schools.EACH_YEARS_OWN);
    private final GapChange same = new GapChange(new CoefficientOfVariation(), GapChange.Schools.SAME);

    /** 0.5 in the first year, 0 in the second without the school that closed. */
    private final ChangeView closing = new ChangeView(
            at(2021, Given.school("a", 1.0, 10.0), Given.school("b", 3.0, 10.0), Given.school("c", 2.0, 0.0)),
            at(2023, Given.school("a", 2.0, 10.0), Given.school("d", 2.0, 10.0), Given.school("e", 2.0, 5.0)));

    @Test
    void isNowMinusTheBaseline() {
        Outcome outcome = own.of(closing);
        assertEquals(-0.5, Given.value(outcome).value());
        assertEquals(3, outcome.counts().schools());
    }

    /** a and b stay: 0.5 and then 1, 2 with equal weights: 1/3. */
    @Test
    void theSameSchoolsAreThoseUsableInBothYears() {
        ChangeView view = new ChangeView(
                at(2021, Given.school("a", 1.0, 10.0), Given.school("b", 3.0, 10.0), Given.school("c", 40.0, 10.0)),
                at(
                        2023,
                        Given.school("a", 1.0, 10.0),
                        Given.school("b", 2.0, 10.0),
                        Given.school("c", 40.0, null),
                        Given.school("d", 90.0, 10.0)));
        Outcome outcome = same.of(view);
        assertEquals(1.0 / 3 - 0.5, Given.value(outcome).value(), 1e-16);
        assertEquals(2, outcome.counts().schools());
        assertTrue(Given.value(own.of(view)).value() > 0);
    }

    @Test
    void isAbsentWhereTheGapOfEitherYearIsAndNamesTheYear() {
        assertEquals(
                "2021: " + Gaps.NEEDS_TWO.en(),
                Given.absent(own.of(new ChangeView(at(2021, Given.school("a", 1.0, 1.0)), closing.now())))
                        .reason()
                        .en());
        assertEquals(
                "2023: " + Gaps.NEEDS_TWO.en(),
                Given.absent(own.of(new ChangeView(closing.base(), at(2023, Given.school("a", 1.0, 1.0)))))
                        .reason()
                        .en());
        Given.absent(same.of(closing));
    }

    @Test
    void hasTheNameOfItsGap() {
        assertEquals("gap_change.cv", own.definition().id());
        assertEquals("gap_change.cv_same_schools", same.definition().id());
        assertEquals(
                "|URBAN-RURAL",
                new GapChange(new HedgesG(Comparison.URBAN_RURAL), GapChange.Schools.EACH_YEARS_OWN).facetSuffix());
    }

    @Test
    void theBaselineIsBefore() {
        assertThrows(IllegalArgumentException.class, () -> new ChangeView(closing.now(), closing.base()));
        assertThrows(IllegalArgumentException.class, () -> new ChangeView(closing.now(), closing.now()));
    }

    private static SchoolsView at(int year, SchoolFigure... schools) {
        return Given.view(SubjectType.COUNTY, year, List.of(schools));
    }
}
