package org.junheng.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.Given;
import org.junheng.metric.Outcome;
import org.junheng.subject.About;
import org.junheng.subject.Ownership;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every number by hand from the formulas of the 25 indicators. */
class AssuranceTest {
    private static final About COUNTY = About.of(new Subject(SubjectType.COUNTY, "539001"), Given.YEAR);

    /** 24 classes owe two rooms of each kind, 25 owe three. */
    @ParameterizedTest
    @CsvSource({
        "24, 2, 2, 1",
        "24, 2, 1, 0.5",
        "25, 2, 3, 0.6666666666666666",
        "12, 5, 1, 1",
        "1, 1, 1, 1",
        "13, 2, 2, 1"
    })
    void oneMusicAndOneArtRoomForEveryTwelveClasses(double classes, double music, double art, double expected) {
        SchoolReport school =
                school(SchoolType.PRIMARY, 300.0, classes, Map.of("music_rooms_ge96", music, "art_rooms_ge90", art));
        assertEquals(
                expected,
                Given.value(new SpecialRooms(SpecialRooms.Area.FULL).of(school)).value());
    }

    @Test
    void roomsThatAreNotReportedAreNotNone() {
        Given.absent(new SpecialRooms(SpecialRooms.Area.FULL)
                .of(school(SchoolType.PRIMARY, 300.0, 12.0, Map.of("music_rooms_ge96", 1.0))));
        Given.absent(new SpecialRooms(SpecialRooms.Area.FULL).of(school(SchoolType.PRIMARY, 300.0, null, rooms())));
        Given.absent(new SpecialRooms(SpecialRooms.Area.FULL).of(school(SchoolType.PRIMARY, 300.0, 0.0, rooms())));
        assertFalse(new SpecialRooms(SpecialRooms.Area.FULL)
                .appliesTo(school(SchoolType.TEACHING_POINT, 300.0, 12.0, rooms())));
        assertFalse(
                new SpecialRooms(SpecialRooms.Area.FULL).appliesTo(school(SchoolType.SPECIAL, 300.0, 12.0, rooms())));
    }

    /** Two kinds of rooms, 13 classes owe two of each. */
    @Test
    void roomsOfASmallerAreaAreEnoughWhereTheyAreAllowed() {
        Map<String, Double> told = new TreeMap<>(Map.of(
                "built_by_2016", 1.0,
                "music_rooms_ge96", 1.0,
                "art_rooms_ge90", 2.0,
                "music_rooms_ge73", 2.0,
                "art_rooms_ge67", 2.0));
        SchoolReport old = school(SchoolType.PRIMARY, 300.0, 13.0, told);
        SpecialRooms smaller = new SpecialRooms(SpecialRooms.Area.BUILT_BY_2016);
        assertTrue(smaller.appliesTo(old) && !new SpecialRooms(SpecialRooms.Area.FULL).appliesTo(old));
        assertEquals(1, Given.value(smaller.of(old)).value());
        told.remove("music_rooms_ge73");
        Given.absent(smaller.of(school(SchoolType.PRIMARY, 300.0, 13.0, told)));
        told.put("music_rooms_ge96", 2.0);
        assertEquals(
                "only rooms of 96 and 90 m2 are counted",
                Given.value(smaller.of(school(SchoolType.PRIMARY, 300.0, 13.0, told)))
                        .caution()
                        .en());
    }

    @Test
    void aRuralSchoolWithSmallClassesNeedsFiftyFourSquareMetresOrSixtyOne() {
        SpecialRooms small = new SpecialRooms(SpecialRooms.Area.SMALL_CLASSES);
        Map<String, Double> told = Map.of(
                "largest_class_size",
                29.0,
                "music_rooms_ge54",
                1.0,
                "art_rooms_ge54",
                1.0,
                "music_rooms_ge61",
                0.0,
                "art_rooms_ge61",
                1.0,
                "music_rooms_ge96",
                0.0,
                "art_rooms_ge90",
                0.0);
        SchoolReport primary =
                placed(school(SchoolType.PRIMARY, 150.0, 6.0, told), UrbanRuralClass.RURAL, Ownership.PUBLIC);
        assertTrue(small.appliesTo(primary));
        assertEquals(1, Given.value(small.of(primary)).value());
        SortedMap<Stage, Double> both = new TreeMap<>(Map.of(Stage.PRIMARY, 100.0, Stage.JUNIOR, 50.0));
        SchoolReport nineYear =
                placed(school(SchoolType.NINE_YEAR, both, 6.0, told), UrbanRuralClass.RURAL, Ownership.PUBLIC);
        assertEquals(0, Given.value(small.of(nineYear)).value());
        assertFalse(small.appliesTo(school(SchoolType.PRIMARY, 150.0, 6.0, told)), "not rural");
        Map<String, Double> thirty = new TreeMap<>(told);
        thirty.put("largest_class_size", 30.0);
        assertFalse(small.appliesTo(
                placed(school(SchoolType.PRIMARY, 150.0, 6.0, thirty), UrbanRuralClass.RURAL, Ownership.PUBLIC)));
    }

    @Test
    void eachSchoolHasOneLimitOfSize() {
        assertEquals("", limit(school(SchoolType.PRIMARY, 2000.0, 40.0, Map.of())));
        assertEquals("NINE_YEAR", limit(school(SchoolType.NINE_YEAR, 2000.0, 40.0, Map.of())));
        assertEquals("RELAXED", limit(school(SchoolType.PRIMARY, 2000.0, 40.0, Map.of("built_by_2010", 1.0))));
        assertEquals("RELAXED", limit(school(SchoolType.PRIMARY, 2000.0, 40.0, Map.of("migrant_pupil_count", 1001.0))));
        assertEquals("", limit(school(SchoolType.PRIMARY, 2000.0, 40.0, Map.of("migrant_pupil_count", 1000.0))));
        assertEquals(
                "NINE_YEAR_RELAXED", limit(school(SchoolType.TWELVE_YEAR, 2000.0, 40.0, Map.of("built_by_2010", 1.0))));
    }

    @Test
    void theSizeIsThatOfTheCompulsoryStages() {
        SortedMap<Stage, Double> pupils =
                new TreeMap<>(Map.of(Stage.PRIMARY, 1500.0, Stage.JUNIOR, 900.0, Stage.SENIOR, 800.0));
        assertEquals(
                2400,
                Given.value(new SchoolSize(true, false).of(school(SchoolType.TWELVE_YEAR, pupils, null, Map.of())))
                        .value());
        pupils.put(Stage.JUNIOR, null);
        Given.absent(new SchoolSize(true, false).of(school(SchoolType.TWELVE_YEAR, pupils, null, Map.of())));
    }

    @Test
    void theLargestClassIsThatOfTheStage() {
        SortedMap<Stage, Double> both = new TreeMap<>(Map.of(Stage.PRIMARY, 400.0, Stage.JUNIOR, 300.0));
        Map<String, Double> byStage = Map.of("largest_class_size@PRIMARY", 46.0, "largest_class_size@JUNIOR", 50.0);
        assertEquals(
                46,
                Given.value(largest(school(SchoolType.NINE_YEAR, both, null, byStage), Stage.PRIMARY))
                        .value());
        assertEquals(
                50,
                Given.value(largest(school(SchoolType.NINE_YEAR, both, null, byStage), Stage.JUNIOR))
                        .value());
        Map<String, Double> whole = Map.of("largest_class_size", 46.0);
        Given.absent(largest(school(SchoolType.NINE_YEAR, both, null, whole), Stage.PRIMARY));
        assertEquals(
                46,
                Given.value(largest(school(SchoolType.PRIMARY, 400.0, null, whole), Stage.PRIMARY))
                        .value());
    }

    /** 650 yuan for each of 100 pupils are 6.5 times 10,000 yuan, also where there are 40 pupils. */
    @ParameterizedTest
    @CsvSource({"40, 6.5, 1", "100, 6.5, 1", "101, 6.5, 0.990099009900990", "40, 6.4999, 0.99998461538461540"})
    void aSmallSchoolIsFundedForAHundredPupils(double pupils, double budget, double expected) {
        SchoolReport school = school(
                SchoolType.TEACHING_POINT,
                pupils,
                null,
                Map.of("running_budget_10k_yuan", budget, "running_cost_quota_yuan", 650.0));
        assertEquals(
                expected,
                Given.value(new SchoolRatio(SchoolRatio.Kind.RUNNING_BUDGET).of(school))
                        .value(),
                1e-15);
    }

    @Test
    void theTrainingBudgetIsAShareOfTheRunningBudget() {
        SchoolRatio share = new SchoolRatio(SchoolRatio.Kind.TRAINING_BUDGET);
        assertEquals(0.05, Given.value(share.of(budget(1.05, 21.0))).value());
        Given.absent(share.of(budget(0.0, 0.0)));
        Given.absent(share.of(school(SchoolType.PRIMARY, 9.0, null, Map.of("running_budget_10k_yuan", 1.0))));
    }

    /** (95 + 57 - 3 + 2) / (100 + 60 - 1) */
    @Test
    void retentionSumsTheJuniorSchoolsAndDividesThen() {
        CountyShare kept = new CountyShare(CountyShare.Kind.RETENTION);
        SchoolReport a = junior("a", kept(95, 3, 0, 100, 0));
        SchoolReport b = junior("b", kept(57, 0, 2, 60, 1));
        assertEquals(
                151.0 / 159, Given.value(kept.of(county(Stage.JUNIOR, b, a))).value());
        Given.absent(kept.of(county(Stage.JUNIOR, a, junior("c", Map.of()))));
        Given.absent(kept.of(county(Stage.JUNIOR, junior("a", kept(1, 0, 0, 3, 3)))));
        Given.absent(kept.of(county(Stage.JUNIOR)));
        assertFalse(kept.appliesTo(county(Stage.PRIMARY, a)));
    }

    @Test
    void aShareOfTeachersIsOfAllSchoolsOrOfNone() {
        CountyShare certified = new CountyShare(CountyShare.Kind.CERTIFIED);
        SchoolReport a = junior("a", Map.of("certified_teachers", 50.0));
        SchoolReport b = junior("b", Map.of("certified_teachers@JUNIOR", 49.0));
        assertEquals(0.99, Given.value(certified.of(county(null, a, b))).value());
        assertTrue(Given.absent(certified.of(county(null, a, junior("c", Map.of()))))
                .reason()
                .en()
                .startsWith("1 schools"));
    }

    @Test
    void theCatchmentIsAskedOfUrbanAndTownPublicDaySchools() {
        CountyShare near = new CountyShare(CountyShare.Kind.CATCHMENT);
        SchoolReport day = junior("a", Map.of("in_catchment_pupil_count", 95.0));
        SchoolReport boarding = junior("b", Map.of("is_boarding", 1.0));
        SchoolReport rural = placed(junior("c", Map.of()), UrbanRuralClass.RURAL, Ownership.PUBLIC);
        SchoolReport own = placed(junior("d", Map.of()), UrbanRuralClass.URBAN, Ownership.PRIVATE);
        assertEquals(
                0.95,
                Given.value(near.of(county(Stage.JUNIOR, day, boarding, rural, own)))
                        .value());
        Given.absent(near.of(county(Stage.JUNIOR, day, junior("e", Map.of()))));
    }

    @ParameterizedTest
    @EnumSource(StatedShare.Kind.class)
    void aStatedShareIsTheQuotientOfWhatIsStated(StatedShare.Kind kind) {
        StatedShare share = new StatedShare(kind);
        List<String> items = share.definition().inputs().stream()
                .map(i -> i.substring("county_inputs.".length()))
                .toList();
        assertEquals(
                0.85,
                Given.value(share.of(stated(Map.of(items.get(0), 17.0, items.get(1), 20.0))))
                        .value());
        Given.absent(share.of(stated(Map.of(items.get(0), 17.0, items.get(1), 0.0))));
        Given.absent(share.of(stated(Map.of(items.get(0), 17.0))));
        Given.absent(share.of(stated(Map.of(items.get(1), 17.0))));
    }

    @Test
    void theNationalReportIsTakenAsItIs() {
        StatedFigure rate = new StatedFigure(StatedFigure.Kind.NATIONAL_DIFFERENCE_RATE);
        SortedMap<String, Double> items = new TreeMap<>(Map.of("Q9:math", 0.149));
        assertEquals(
                0.149,
                Given.value(rate.of(new CountyStatement(COUNTY.facet("math"), items)))
                        .value());
        Given.absent(rate.of(new CountyStatement(COUNTY.facet("chinese"), items)));
        assertFalse(rate.appliesTo(new CountyStatement(COUNTY, items)));
        StatedFigure years = new StatedFigure(StatedFigure.Kind.YEARS_SINCE_BASIC);
        assertEquals(
                3,
                Given.value(years.of(stated(Map.of("basic_balance_year", Given.YEAR - 3.0))))
                        .value());
    }

    @Test
    void aDocumentIsInOrderOrNot() {
        DocumentVerdict verdict = new DocumentVerdict();
        assertEquals(
                1,
                Given.value(verdict.of(new DocumentVerdict.Document(COUNTY.facet("G1"), true)))
                        .value());
        assertEquals(
                0,
                Given.value(verdict.of(new DocumentVerdict.Document(COUNTY.facet("G1"), false)))
                        .value());
        Given.absent(verdict.of(new DocumentVerdict.Document(COUNTY.facet("G1"), null)));
    }

    private static Map<String, Double> rooms() {
        return Map.of("music_rooms_ge96", 1.0, "art_rooms_ge90", 1.0);
    }

    private static Map<String, Double> kept(double graduates, double in, double out, double begun, double died) {
        return Map.of(
                "graduate_count",
                graduates,
                "transfer_in_count",
                in,
                "transfer_out_count@JUNIOR",
                out,
                "grade7_base_count",
                begun,
                "death_count",
                died);
    }

    private static SchoolReport budget(double training, double running) {
        return school(
                SchoolType.PRIMARY,
                300.0,
                null,
                Map.of("training_budget_10k_yuan", training, "running_budget_10k_yuan", running));
    }

    private static CountyStatement stated(Map<String, Double> items) {
        return new CountyStatement(COUNTY, new TreeMap<>(items));
    }

    private static Outcome largest(SchoolReport school, Stage stage) {
        return new LargestClass().of(school.in(stage, school.about()));
    }

    private static String limit(SchoolReport school) {
        List<String> limits = Arrays.stream(new SchoolSize[] {
                    new SchoolSize(false, false),
                    new SchoolSize(false, true),
                    new SchoolSize(true, false),
                    new SchoolSize(true, true)
                })
                .filter(size -> size.appliesTo(school))
                .map(SchoolSize::facetSuffix)
                .toList();
        assertEquals(1, limits.size());
        return limits.get(0);
    }

    private static CountyReport county(Stage stage, SchoolReport... schools) {
        return new CountyReport(COUNTY.in(stage), List.of(schools));
    }

    private static SchoolReport junior(String code, Map<String, Double> told) {
        SortedMap<Stage, Double> pupils = new TreeMap<>(Map.of(Stage.JUNIOR, 100.0));
        SortedMap<Stage, Double> teachers = new TreeMap<>(Map.of(Stage.JUNIOR, 50.0));
        return new SchoolReport(
                About.of(new Subject(SubjectType.SCHOOL, code), Given.YEAR),
                SchoolType.JUNIOR,
                UrbanRuralClass.TOWN,
                Ownership.PUBLIC,
                pupils,
                teachers,
                null,
                new TreeMap<>(told));
    }

    private static SchoolReport placed(SchoolReport s, UrbanRuralClass place, Ownership ownership) {
        return new SchoolReport(s.about(), s.type(), place, ownership, s.pupils(), s.teachers(), s.classes(), s.told());
    }

    private static SchoolReport school(SchoolType type, double pupils, Double classes, Map<String, Double> told) {
        return school(type, new TreeMap<>(Map.of(Stage.PRIMARY, pupils)), classes, told);
    }

    private static SchoolReport school(
            SchoolType type, SortedMap<Stage, Double> pupils, Double classes, Map<String, Double> told) {
        return new SchoolReport(
                About.of(new Subject(SubjectType.SCHOOL, "s"), Given.YEAR),
                type,
                UrbanRuralClass.URBAN,
                Ownership.PUBLIC,
                pupils,
                new TreeMap<>(),
                classes,
                new TreeMap<>(told));
    }
}
