package org.junheng.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.Given;
import org.junheng.assurance.TownTeachers.Who;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.About;
import org.junheng.subject.Ownership;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;

class TownTeachersTest {
    private static final About COUNTY = About.of(new Subject(SubjectType.COUNTY, "539001"), Given.YEAR);
    private static final SchoolReport TOWN = school("t", UrbanRuralClass.TOWN, 20.0, 3.0);
    private static final SchoolReport OTHER_TOWN = school("u", UrbanRuralClass.TOWN, 30.0, 7.0);
    private static final SchoolReport URBAN = school("v", UrbanRuralClass.URBAN, 80.0, 20.0);
    private static final SchoolReport RURAL = school("w", UrbanRuralClass.RURAL, 10.0, 10.0);

    /** (3 + 7) / (20 + 30) - 20 / 80 = -0.05; sums are divided, not shares averaged. */
    @Test
    void isTheShareOfTownSchoolsLessThatOfUrbanOnes() {
        Value lead = Given.value(of(Who.BACKBONE, TOWN, OTHER_TOWN, URBAN, RURAL));
        assertEquals(-0.05, lead.value());
        assertEquals(3, lead.counts().schools());
        assertEquals(Words.NONE, lead.caution());
    }

    @Test
    void equalSharesAreExactlyEqual() {
        assertEquals(
                0.0,
                Given.value(of(
                                Who.BACHELOR,
                                school("t", UrbanRuralClass.TOWN, 3.0, 1.0),
                                school("v", UrbanRuralClass.URBAN, 21.0, 7.0)))
                        .value());
    }

    @Test
    void aSchoolThatDoesNotReportIsLeftOutAndSaid() {
        Value lead = Given.value(of(Who.BACKBONE, TOWN, school("x", UrbanRuralClass.TOWN, 20.0, null), URBAN));
        assertEquals(3.0 / 20 - 0.25, lead.value(), 1e-16);
        assertEquals(
                "1 school is left out: teachers not reported", lead.caution().en());
    }

    @Test
    void isAbsentWithoutEitherGroup() {
        Given.absent(of(Who.BACKBONE, TOWN, RURAL));
        Given.absent(of(Who.BACKBONE, URBAN, RURAL));
        Given.absent(of(Who.BACKBONE, school("t", UrbanRuralClass.TOWN, 0.0, 0.0), URBAN));
        Given.absent(of(Who.BACKBONE, school("t", UrbanRuralClass.TOWN, null, 2.0), URBAN));
    }

    @Test
    void theDiplomaIsAskedOfKindergartensAndTheDegreeOfSchools() {
        CountyReport kindergartens = new CountyReport(COUNTY.in(Stage.KINDERGARTEN), List.of());
        CountyReport primary = new CountyReport(COUNTY.in(Stage.PRIMARY), List.of());
        assertTrue(new TownTeachers(Who.DIPLOMA).appliesTo(kindergartens));
        assertFalse(new TownTeachers(Who.BACHELOR).appliesTo(kindergartens));
        assertTrue(new TownTeachers(Who.BACHELOR).appliesTo(primary));
        assertFalse(new TownTeachers(Who.DIPLOMA).appliesTo(primary));
        assertFalse(new TownTeachers(Who.BACKBONE).appliesTo(new CountyReport(COUNTY, List.of())));
    }

    /** The schools of a township count for it, rural ones too. */
    @Test
    void atATownshipItsSchoolsStandAgainstTheUrbanOnes() {
        Value lead = Given.value(of(Who.BACKBONE, RURAL.besideUrban(), TOWN.besideUrban(), URBAN.besideUrban()));
        assertEquals(13.0 / 30 - 0.25, lead.value(), 1e-16);
    }

    private static org.junheng.metric.Outcome of(Who who, SchoolReport... schools) {
        return new TownTeachers(who).of(new CountyReport(COUNTY.in(Stage.PRIMARY), List.of(schools)));
    }

    private static SchoolReport school(String code, UrbanRuralClass place, Double teachers, Double part) {
        SortedMap<Stage, Double> pupils = new TreeMap<>(Map.of(Stage.PRIMARY, 300.0));
        SortedMap<Stage, Double> ofStage = new TreeMap<>();
        ofStage.put(Stage.PRIMARY, teachers);
        SortedMap<String, Double> told = new TreeMap<>();
        if (part != null) {
            told.put("backbone_teachers@PRIMARY", part);
            told.put("bachelor_teachers@PRIMARY", part);
        }
        return new SchoolReport(
                About.of(new Subject(SubjectType.SCHOOL, code), Given.YEAR),
                SchoolType.PRIMARY,
                place,
                Ownership.PUBLIC,
                pupils,
                ofStage,
                null,
                told);
    }
}
