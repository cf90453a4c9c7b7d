package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Outcome;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.rules.Verdict;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** The published number is in WorkedExampleTest: 0.5153. */
class CoefficientOfVariationTest {
    private final CoefficientOfVariation cv = new CoefficientOfVariation();

    /** Weights 1 and 3 on 0 and 4: mean 3, S = sqrt((9 + 3 * 1) / 4) = sqrt(3). */
    @Test
    void weightsEachSchoolByItsPupils() {
        Outcome outcome = cv.of(Given.county(Given.school("a", 0.0, 1.0), Given.school("b", 4.0, 3.0)));
        assertEquals(Math.sqrt(3) / 3, Given.value(outcome).value(), 1e-16);
        assertEquals(2, outcome.counts().schools());
    }

    /** 0.1 and 0.3: mean 0.2, S 0.1. In doubles 0.3 - 0.2 is not 0.1. */
    @Test
    void aCoefficientOfExactlyOneHalfPassesOneHalf() {
        Outcome outcome = cv.of(Given.county(Given.school("a", 0.1, 1.0), Given.school("b", 0.3, 1.0)));
        assertEquals(0.5, Given.value(outcome).value());
        Rule primary = RuleBook.of("national-2017")
                .on("gap.cv", SubjectType.COUNTY, Stage.PRIMARY)
                .get(0);
        assertEquals(new BigDecimal("0.50"), primary.standard());
        assertEquals(Verdict.PASS, primary.judge(outcome).verdict());
        assertFalse(primary.judge(outcome).passesOnlyRounded());
    }

    /** One teacher and three for three pupils each: a third and one, mean 2/3, S 1/3. */
    @Test
    void aCoefficientOfExactlyOneHalfFromQuotientsPassesOneHalf() {
        SchoolsView county = Given.county(SchoolFigure.perPupil("a", 1, 3), SchoolFigure.perPupil("b", 3, 3));
        assertEquals(0.5, Given.value(cv.of(county)).value());
    }

    /** 0.55 and 1.45: mean 1, S 0.45, the limit of junior schools. */
    @Test
    void aCoefficientOfExactlyTheJuniorLimitPasses() {
        Outcome outcome = cv.of(Given.county(Given.school("a", 0.55, 40.0), Given.school("b", 1.45, 40.0)));
        Rule junior = RuleBook.of("national-2017")
                .on("gap.cv", SubjectType.COUNTY, Stage.JUNIOR)
                .get(0);
        assertEquals(Verdict.PASS, junior.judge(outcome).verdict());
    }

    @Test
    void isZeroWithoutAGap() {
        assertEquals(
                0.0,
                Given.value(cv.of(Given.county(Given.school("a", 7.3, 11.0), Given.school("b", 7.3, 3.0))))
                        .value());
    }

    /** Two thirds twice: the quotient has no end, and the gap between equal quotients is still 0. */
    @Test
    void isZeroBetweenEqualQuotients() {
        SchoolsView county = Given.county(Given.quotient("a", 2, 3, 1), Given.quotient("b", 4, 6, 1));
        assertEquals(0.0, Given.value(cv.of(county)).value());
    }

    @Test
    void dropsASchoolWithoutValueOrPupils() {
        SchoolsView county = Given.county(
                Given.school("a", 0.1, 1.0),
                Given.school("b", 0.3, 1.0),
                Given.school("c", null, 500.0),
                Given.school("d", 9.0, null),
                Given.school("e", 9.0, 0.0));
        assertEquals(0.5, Given.value(cv.of(county)).value());
        assertEquals(2, cv.of(county).counts().schools());
    }

    @Test
    void zeroIsAValue() {
        SchoolsView county = Given.county(Given.school("a", 0.0, 1.0), Given.school("b", 2.0, 1.0));
        assertEquals(1.0, Given.value(cv.of(county)).value());
    }

    @Test
    void isAbsentForASingleUsableSchool() {
        assertEquals(
                Gaps.NEEDS_TWO,
                Given.absent(cv.of(Given.county(Given.school("a", 1.0, 5.0), Given.school("b", null, 5.0))))
                        .reason());
    }

    @Test
    void isAbsentWhenTheMeanIsZero() {
        assertEquals(
                Gaps.ZERO_MEAN,
                Given.absent(cv.of(Given.county(Given.school("a", 0.0, 5.0), Given.school("b", 0.0, 5.0))))
                        .reason());
    }

    @Test
    void isAbsentForAValueBelowZero() {
        assertEquals(
                Gaps.NEGATIVE,
                Given.absent(cv.of(Given.county(Given.school("a", -0.1, 5.0), Given.school("b", 4.0, 5.0))))
                        .reason());
    }

    @Test
    void aNegativeValueOfASchoolWithoutPupilsDoesNotMatter() {
        SchoolsView county =
                Given.county(Given.school("a", 0.1, 1.0), Given.school("b", 0.3, 1.0), Given.school("c", -4.0, 0.0));
        assertEquals(0.5, Given.value(cv.of(county)).value());
    }

    @Test
    void doesNotDependOnTheUnitOrOnTheScaleOfTheWeights() {
        double yuan = Given.value(
                        cv.of(Given.county(Given.school("a", 12345.0, 17.0), Given.school("b", 23456.0, 29.0))))
                .value();
        double tenThousand = Given.value(
                        cv.of(Given.county(Given.school("a", 1.2345, 1.7), Given.school("b", 2.3456, 2.9))))
                .value();
        assertEquals(yuan, tenThousand);
    }

    @Test
    void speaksOfAreasOnly() {
        assertTrue(cv.appliesTo(Given.view(SubjectType.TOWNSHIP, Given.YEAR, List.of())));
        assertFalse(cv.appliesTo(Given.view(SubjectType.CLUSTER, Given.YEAR, List.of())));
    }
}
