package org.junheng.balance;

import static org.junheng.subject.SchoolType.PRIMARY;
import static org.junheng.subject.SchoolType.SPECIAL;
import static org.junheng.subject.SchoolType.TEACHING_POINT;
import static org.junheng.subject.SchoolType.VOCATIONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.Given;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PopulationTest {

    /** 3,000 books of 100 pupils and 400 of 20: 3,400 / 120 and not the mean of 30 and 20. */
    @Test
    void aCampusIsMergedIntoItsParentSumsFirstThenDivided() {
        Campus parent = Schools.primary("p", 100.0, Schools.books(3000.0));
        Campus point = of("t", TEACHING_POINT, 20.0, Schools.books(400.0));
        List<Population.Unit> units = Population.of(Optional.of(parent), List.of(point));
        assertEquals(1, units.size());
        assertFalse(units.get(0).orphan());
        assertEquals("p", units.get(0).campus().school());
        assertEquals(PRIMARY, units.get(0).campus().type());
        assertEquals(
                3400.0 / 120,
                Given.value(Schools.level(units.get(0).campus(), Stage.PRIMARY, Resource.B5))
                        .value());
    }

    @Test
    void teachersAreSummedToo() {
        Campus parent = Schools.school("p", PRIMARY, null, Map.of(Stage.PRIMARY, Schools.sports(900, 4.0, 4.0)));
        Campus point = Schools.school("t", TEACHING_POINT, null, Map.of(Stage.PRIMARY, Schools.sports(100, 1.0, 0.0)));
        Campus whole = Population.of(Optional.of(parent), List.of(point)).get(0).campus();
        assertEquals(
                0.9,
                Given.value(Schools.level(whole, Stage.PRIMARY, Resource.R3)).value());
    }

    /** Merged first: the point of 20 pupils is gone before points below 50 leave. */
    @Test
    void aSmallPointIsMergedAndDoesNotLeave() {
        Campus parent = Schools.primary("p", 100.0, Schools.books(3000.0));
        Campus whole = Population.of(Optional.of(parent), List.of(of("t", TEACHING_POINT, 20.0, Schools.books(0.0))))
                .get(0)
                .campus();
        assertEquals(120.0, whole.pupils());
    }

    @Test
    void aPartThatReportsNoTeachersMakesTheSumUnknown() {
        Campus parent = Schools.school("p", PRIMARY, null, Map.of(Stage.PRIMARY, Schools.sports(900, 4.0, 4.0)));
        Campus point = Schools.school("t", TEACHING_POINT, null, Map.of(Stage.PRIMARY, Schools.sports(100, null, 0.0)));
        Given.absent(Schools.level(
                Population.of(Optional.of(parent), List.of(point)).get(0).campus(), Stage.PRIMARY, Resource.R3));
    }

    @Test
    void aCampusWithoutItsOwnRowOfPremisesIsReportedWithItsParent() {
        Campus parent = Schools.primary("p", 100.0, Schools.books(3000.0));
        Campus whole = Population.of(Optional.of(parent), List.of(of("t", TEACHING_POINT, 20.0, null)))
                .get(0)
                .campus();
        assertEquals(
                25.0,
                Given.value(Schools.level(whole, Stage.PRIMARY, Resource.B5)).value());
    }

    @Test
    void aParentWithoutPremisesIsNotKnownByThoseOfItsCampus() {
        Campus parent = Schools.primary("p", 100.0, null);
        Campus whole = Population.of(Optional.of(parent), List.of(of("t", TEACHING_POINT, 20.0, Schools.books(400.0))))
                .get(0)
                .campus();
        Given.absent(Schools.level(whole, Stage.PRIMARY, Resource.B5));
    }

    @Test
    void anOrphanStandsAloneAndIsFlagged() {
        List<Population.Unit> units = Population.of(
                Optional.empty(), List.of(of("u", PRIMARY, 60.0, null), of("t", TEACHING_POINT, 50.0, null)));
        assertEquals(
                List.of("t", "u"), units.stream().map(u -> u.campus().school()).toList());
        assertTrue(units.stream().allMatch(Population.Unit::orphan));
    }

    @ParameterizedTest
    @EnumSource
    void specialAndVocationalSchoolsLeave(SchoolType type) {
        boolean stays = !Population.of(Optional.of(of("s", type, 300.0, null)), List.of())
                .isEmpty();
        assertEquals(type != SPECIAL && type != VOCATIONAL, stays);
    }

    @Test
    void aTeachingPointThatStandsAloneLeavesBelowFiftyPupils() {
        assertTrue(Population.of(Optional.of(of("t", TEACHING_POINT, 49.0, null)), List.of())
                .isEmpty());
        assertTrue(Population.of(Optional.empty(), List.of(of("t", TEACHING_POINT, 49.0, null)))
                .isEmpty());
        assertEquals(
                1,
                Population.of(Optional.of(of("t", TEACHING_POINT, 50.0, null)), List.of())
                        .size());
    }

    @Test
    void aSmallSchoolOrAPointWhosePupilsAreNotKnownStays() {
        assertEquals(
                1,
                Population.of(Optional.of(of("s", PRIMARY, 12.0, null)), List.of())
                        .size());
        assertEquals(
                1,
                Population.of(Optional.of(of("t", TEACHING_POINT, null, null)), List.of())
                        .size());
    }

    @Test
    void theOrderOfThePartsDoesNotMatter() {
        Campus parent = Schools.primary("p", 100.0, Schools.books(0.1));
        Campus a = of("a", TEACHING_POINT, 20.0, Schools.books(0.2));
        Campus b = of("b", TEACHING_POINT, 30.0, Schools.books(0.3));
        assertEquals(
                Population.of(Optional.of(parent), List.of(a, b)), Population.of(Optional.of(parent), List.of(b, a)));
    }

    private static Campus of(String code, SchoolType type, Double pupils, Premises premises) {
        return Schools.school(code, type, premises, Map.of(Stage.PRIMARY, Schools.pupils(pupils)));
    }
}
