package org.junheng.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.Given;
import org.junheng.metric.Value;
import org.junheng.subject.About;
import org.junheng.subject.Ownership;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;

/** Which school and stage a figure is asked of, and what a missing part does to it. */
class WhoIsAskedTest {
    private static final About COUNTY = About.of(new Subject(SubjectType.COUNTY, "539001"), Given.YEAR);

    private static SchoolReport school(
            @Nullable SchoolType type,
            @Nullable UrbanRuralClass place,
            Map<Stage, Double> pupils,
            Map<Stage, Double> teachers,
            Map<String, Double> told) {
        return new SchoolReport(
                About.of(new Subject(SubjectType.SCHOOL, "s" + told.size()), Given.YEAR),
                type,
                place,
                Ownership.PUBLIC,
                new TreeMap<>(pupils),
                new TreeMap<>(teachers),
                null,
                new TreeMap<>(told));
    }

    private static SchoolReport primary(UrbanRuralClass place, double teachers, @Nullable Double backbone) {
        SortedMap<String, Double> told = new TreeMap<>();
        if (backbone != null) {
            told.put("backbone_teachers@PRIMARY", backbone);
        }
        return school(SchoolType.PRIMARY, place, Map.of(Stage.PRIMARY, 300.0), Map.of(Stage.PRIMARY, teachers), told);
    }

    private static CountyReport county(@Nullable Stage stage, SchoolReport... schools) {
        return new CountyReport(stage == null ? COUNTY : COUNTY.in(stage), List.of(schools));
    }

    /** 3 of 20 in town, 2 of 20 in the city: 0.15 - 0.10; a school that does not report is said. */
    @Test
    void teachersOfTownsAreComparedWithThoseOfTheCity() {
        TownTeachers lead = new TownTeachers(TownTeachers.Who.BACKBONE);
        CountyReport all =
                county(Stage.PRIMARY, primary(UrbanRuralClass.TOWN, 20, 3.0), primary(UrbanRuralClass.URBAN, 20, 2.0));
        assertEquals(0.05, Given.value(lead.of(all)).value());
        CountyReport some = county(
                Stage.PRIMARY,
                primary(UrbanRuralClass.TOWN, 20, 3.0),
                primary(UrbanRuralClass.TOWN, 20, null),
                primary(UrbanRuralClass.RURAL, 20, 20.0),
                primary(UrbanRuralClass.URBAN, 20, 2.0));
        Value said = Given.value(lead.of(some));
        assertEquals(0.05, said.value());
        assertTrue(said.caution().en().contains("1 school"), said.caution().en());
        Given.absent(lead.of(county(Stage.PRIMARY, primary(UrbanRuralClass.TOWN, 20, 3.0))));
        Given.absent(lead.of(county(Stage.PRIMARY, primary(UrbanRuralClass.URBAN, 20, 3.0))));
        Given.absent(lead.of(
                county(Stage.PRIMARY, primary(UrbanRuralClass.TOWN, 0, 0.0), primary(UrbanRuralClass.URBAN, 20, 3.0))));
    }

    @Test
    void diplomasAreAskedOfKindergartensAndTheOthersOfSchools() {
        TownTeachers backbone = new TownTeachers(TownTeachers.Who.BACKBONE);
        TownTeachers diploma = new TownTeachers(TownTeachers.Who.DIPLOMA);
        assertTrue(backbone.appliesTo(county(Stage.JUNIOR)));
        assertFalse(backbone.appliesTo(county(Stage.KINDERGARTEN)));
        assertTrue(diploma.appliesTo(county(Stage.KINDERGARTEN)));
        assertFalse(diploma.appliesTo(county(Stage.PRIMARY)));
        assertFalse(diploma.appliesTo(county(null)));
    }

    @Test
    void sharesOfACountyAreOfTheWholeOrOfAStage() {
        CountyShare trained = new CountyShare(CountyShare.Kind.TRAINED);
        CountyShare certified = new CountyShare(CountyShare.Kind.CERTIFIED);
        CountyShare catchment = new CountyShare(CountyShare.Kind.CATCHMENT);
        CountyShare retention = new CountyShare(CountyShare.Kind.RETENTION);
        assertTrue(trained.appliesTo(county(null)) && certified.appliesTo(county(null)));
        assertFalse(trained.appliesTo(county(Stage.PRIMARY)) || certified.appliesTo(county(Stage.JUNIOR)));
        assertTrue(catchment.appliesTo(county(Stage.PRIMARY)));
        assertFalse(catchment.appliesTo(county(null)));
        assertTrue(retention.appliesTo(county(Stage.JUNIOR)));
        assertFalse(retention.appliesTo(county(Stage.PRIMARY)));
    }

    /** (95 - 3 + 2) / (100 - 1) = 94 / 99; each of the five counts is needed. */
    @Test
    void everyCountOfTheRetentionIsNeeded() {
        SortedMap<String, Double> told = new TreeMap<>(Map.of(
                "graduate_count@JUNIOR", 95.0,
                "transfer_in_count@JUNIOR", 3.0,
                "transfer_out_count@JUNIOR", 2.0,
                "grade7_base_count@JUNIOR", 100.0,
                "death_count@JUNIOR", 1.0));
        CountyShare retention = new CountyShare(CountyShare.Kind.RETENTION);
        assertEquals(
                94 / 99.0,
                Given.value(retention.of(county(Stage.JUNIOR, junior(told)))).value(),
                1e-15);
        for (String count : List.copyOf(told.keySet())) {
            SortedMap<String, Double> without = new TreeMap<>(told);
            without.remove(count);
            Given.absent(retention.of(county(Stage.JUNIOR, junior(without))));
        }
    }

    private static SchoolReport junior(Map<String, Double> told) {
        return school(
                SchoolType.JUNIOR, UrbanRuralClass.TOWN, Map.of(Stage.JUNIOR, 100.0), Map.of(Stage.JUNIOR, 50.0), told);
    }

    @Test
    void specialAndVocationalSchoolsHaveTheirOwnRules() {
        Map<Stage, Double> some = Map.of(Stage.PRIMARY, 10.0);
        for (SchoolType type : List.of(SchoolType.SPECIAL, SchoolType.VOCATIONAL)) {
            assertFalse(school(type, null, some, Map.of(), Map.of()).isCompulsory());
        }
        assertTrue(school(null, null, some, Map.of(), Map.of()).isCompulsory());
        assertFalse(school(null, null, Map.of(Stage.SENIOR, 10.0), Map.of(), Map.of())
                .isCompulsory());
        assertFalse(school(null, null, Map.of(Stage.PRIMARY, 0.0), Map.of(), Map.of())
                .isCompulsory());
    }

    /** A figure of the whole school stands for its only stage; a school of two stages must tell them apart. */
    @Test
    void aFigureOfTheWholeSchoolStandsForItsOnlyStage() {
        Map<String, Double> told = Map.of("x", 4.0, "y@PRIMARY", 1.0);
        SchoolReport one = school(null, null, Map.of(Stage.PRIMARY, 10.0), Map.of(), told);
        assertEquals(4.0, one.of("x", Stage.PRIMARY));
        assertEquals(null, one.of("x", Stage.JUNIOR));
        assertEquals(1.0, one.of("y", Stage.PRIMARY));
        SchoolReport two = school(null, null, Map.of(Stage.PRIMARY, 10.0, Stage.JUNIOR, 5.0), Map.of(), told);
        assertEquals(null, two.of("x", Stage.PRIMARY));
        assertEquals(null, two.whole("y"));
        assertFalse(one.isTrue("x") || one.isTrue("z"));
        assertTrue(one.isTrue("y@PRIMARY"));
    }

    @Test
    void ratiosOfSchoolsAreOfWholeCompulsorySchools() {
        SchoolReport whole = school(SchoolType.PRIMARY, null, Map.of(Stage.PRIMARY, 100.0), Map.of(), Map.of());
        SchoolReport stage = whole.in(Stage.PRIMARY, whole.about());
        SchoolReport special = school(SchoolType.SPECIAL, null, Map.of(Stage.PRIMARY, 100.0), Map.of(), Map.of());
        SchoolRatio running = new SchoolRatio(SchoolRatio.Kind.RUNNING_BUDGET);
        assertTrue(running.appliesTo(whole));
        assertFalse(running.appliesTo(stage) || running.appliesTo(special));
        assertTrue(new LargestClass().appliesTo(stage));
        assertFalse(new LargestClass().appliesTo(whole));
        assertFalse(new LargestClass().appliesTo(special.in(Stage.PRIMARY, special.about())));
        assertFalse(new SchoolSize(false, false).appliesTo(special) || new SchoolSize(false, false).appliesTo(stage));
        assertFalse(new SpecialRooms(SpecialRooms.Area.FULL).appliesTo(stage));
        assertTrue(new SpecialRooms(SpecialRooms.Area.FULL).appliesTo(whole));
    }
}
