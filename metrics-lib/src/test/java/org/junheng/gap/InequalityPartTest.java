package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Metric;
import org.junheng.subject.Grouping;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts over 45 counties of an independent implementation are in ReferenceInequalityTest. */
class InequalityPartTest {
    private static final SchoolsView PROVINCE = Given.view(
            SubjectType.PROVINCE,
            Given.YEAR,
            List.of(
                    Given.inCounty(Given.school("a", 1.0, 1.0), "c1"),
                    Given.inCounty(Given.school("b", 3.0, 1.0), "c1"),
                    Given.inCounty(Given.school("c", 4.0, 2.0), "c2")));

    /** Means 2 and 4 of weights 2 and 2, whole 3. */
    @Test
    void betweenIsTheIndexOfTheGroupMeans() {
        double theil = (2.0 / 3 * Math.log(2.0 / 3) + 4.0 / 3 * Math.log(4.0 / 3)) / 2;
        double mld = (Math.log(3.0 / 2) + Math.log(3.0 / 4)) / 2;
        assertEquals(theil, part(InequalityPart.Index.THEIL, InequalityPart.Part.BETWEEN), 1e-16);
        assertEquals(mld, part(InequalityPart.Index.MLD, InequalityPart.Part.BETWEEN), 1e-16);
    }

    /** Only c1 has a gap; it holds a third of the sum and half of the pupils. */
    @Test
    void withinWeighsTheGroupsByTheirSumForTheilAndByTheirPupilsForMld() {
        double theil = (0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)) / 2;
        double mld = Math.log(4.0 / 3) / 2;
        assertEquals(theil / 3, part(InequalityPart.Index.THEIL, InequalityPart.Part.WITHIN), 1e-16);
        assertEquals(mld / 2, part(InequalityPart.Index.MLD, InequalityPart.Part.WITHIN), 1e-16);
    }

    @ParameterizedTest
    @EnumSource
    void thePartsAddUpToTheWhole(InequalityPart.Index index) {
        Metric<SchoolsView> whole = index == InequalityPart.Index.THEIL ? new Theil() : new MeanLogDeviation();
        double sum = part(index, InequalityPart.Part.BETWEEN) + part(index, InequalityPart.Part.WITHIN);
        assertEquals(Given.value(whole.of(PROVINCE)).value(), sum, 1e-16);
    }

    @Test
    void schoolsOutsideEveryGroupFormOneGroup() {
        List<SchoolFigure> schools = List.of(
                Given.placed(Given.school("a", 1.0, 1.0), null, null),
                Given.placed(Given.school("b", 3.0, 1.0), null, null),
                Given.placed(Given.school("c", 4.0, 2.0), UrbanRuralClass.URBAN, null));
        SchoolsView county = Given.view(SubjectType.COUNTY, Given.YEAR, schools);
        InequalityPart between =
                new InequalityPart(InequalityPart.Index.THEIL, InequalityPart.Part.BETWEEN, Grouping.URBAN_RURAL);
        assertEquals(
                part(InequalityPart.Index.THEIL, InequalityPart.Part.BETWEEN),
                Given.value(between.of(county)).value());
    }

    @Test
    void aGroupThatHasNothingTakesPart() {
        SchoolsView province = Given.view(
                SubjectType.PROVINCE,
                Given.YEAR,
                List.of(
                        Given.inCounty(Given.school("a", 0.0, 1.0), "c1"),
                        Given.inCounty(Given.school("b", 0.0, 1.0), "c1"),
                        Given.inCounty(Given.school("c", 4.0, 2.0), "c2")));
        assertEquals(
                Math.log(2),
                Given.value(new InequalityPart(InequalityPart.Index.THEIL, InequalityPart.Part.BETWEEN, Grouping.COUNTY)
                                .of(province))
                        .value(),
                1e-15);
        assertEquals(
                0.0,
                Given.value(new InequalityPart(InequalityPart.Index.THEIL, InequalityPart.Part.WITHIN, Grouping.COUNTY)
                                .of(province))
                        .value());
    }

    @Test
    void isAbsentWhereTheWholeIs() {
        SchoolsView zero = Given.view(
                SubjectType.PROVINCE, Given.YEAR, List.of(Given.school("a", 0.0, 1.0), Given.school("b", 2.0, 1.0)));
        Given.absent(
                new InequalityPart(InequalityPart.Index.MLD, InequalityPart.Part.WITHIN, Grouping.COUNTY).of(zero));
    }

    @Test
    void countiesAreGroupsOfLargerAreasAndASingleGroupIsNoGrouping() {
        InequalityPart counties =
                new InequalityPart(InequalityPart.Index.THEIL, InequalityPart.Part.BETWEEN, Grouping.COUNTY);
        InequalityPart classes =
                new InequalityPart(InequalityPart.Index.THEIL, InequalityPart.Part.BETWEEN, Grouping.URBAN_RURAL);
        assertTrue(counties.appliesTo(PROVINCE));
        assertFalse(counties.appliesTo(Given.county(Given.school("a", 1.0, 1.0))));
        assertFalse(classes.appliesTo(Given.county(Given.school("a", 1.0, 1.0), Given.school("b", 2.0, 1.0))));
    }

    private static double part(InequalityPart.Index index, InequalityPart.Part part) {
        return Given.value(new InequalityPart(index, part, Grouping.COUNTY).of(PROVINCE))
                .value();
    }
}
