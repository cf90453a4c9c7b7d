package org.junheng.balance;

import static org.junheng.subject.Stage.JUNIOR;
import static org.junheng.subject.Stage.KINDERGARTEN;
import static org.junheng.subject.Stage.PRIMARY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import org.junheng.Given;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.rules.Verdict;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published example, 58.5 books per weighted pupil, is in SharedSplitExampleTest. */
class ResourceLevelTest {
    private static final StageStaff STAFF = new StageStaff(400.0, 24.0, 20.0, 4.0, 2.0, 3.0, 12.0);
    private static final Premises PREMISES = new Premises(2200.0, 200.0, 2800.0, 84.0, 10.0, 44.0, 12000.0);
    private static final Campus SCHOOL = Schools.school("s", SchoolType.PRIMARY, PREMISES, Map.of(PRIMARY, STAFF));

    /** By hand: 20 of 400 pupils are 5 per 100; 2200 - 200 m2 are 5 each; 840,000 yuan are 2,100 each. */
    @ParameterizedTest
    @CsvSource({
        "R1, 5",
        "R2, 1",
        "R3, 1.25",
        "R4, 5",
        "R5, 7.5",
        "R6, 2100",
        "R7, 2.5",
        "B1, 5",
        "B2, 7.5",
        "B3, 2100",
        "B4, 11",
        "B5, 30",
        "B6, 0.06",
        "B7, 0.05",
        "B8, 0.03"
    })
    void equalsTheAmountPerPupilByHand(Resource resource, double expected) {
        Value level = Given.value(Schools.level(SCHOOL, PRIMARY, resource));
        assertEquals(expected, level.value());
        assertEquals(400, level.counts().pupils());
        assertEquals(1, level.counts().schools());
    }

    /** 100 * 9 / 1000 = 0.9; 9 / 1000 * 100 is 0.8999999999999999 in doubles. */
    @Test
    void nineTeachersOfAThousandPupilsMeetTheStandardOfPhysicalEducationAndArts() {
        Campus school =
                Schools.school("s", SchoolType.PRIMARY, PREMISES, Map.of(PRIMARY, Schools.sports(1000, 4.0, 5.0)));
        Outcome level = Schools.level(school, PRIMARY, Resource.R3);
        Rule standard = RuleBook.of("national-2017").on("resource.level", SubjectType.STAGE_SCHOOL, PRIMARY).stream()
                .filter(r -> r.facet().equals("R3"))
                .findFirst()
                .orElseThrow();
        assertEquals(new BigDecimal("0.9"), standard.standard());
        assertEquals(Verdict.PASS, standard.judge(level).verdict());
        assertNotEquals(0.9, 9.0 / 1000 * 100, "the trap that this test is about");
    }

    /** Every count of teachers and pupils that meets a standard by whole numbers meets it here: 100 a >= 4.2 n. */
    @Test
    void meetsAStandardJustWhenTheWholeNumbersDo() {
        RuleBook book = RuleBook.of("national-2017");
        for (Stage stage : new Stage[] {PRIMARY, JUNIOR}) {
            Rule rule =
                    book.on("resource.level", SubjectType.STAGE_SCHOOL, stage).get(0);
            long tenfold = rule.standard().movePointRight(1).longValueExact();
            for (int pupils = 1; pupils <= 1500; pupils += 7) {
                long atStandard = tenfold * pupils / 1000;
                for (long teachers = Math.max(0, atStandard - 1); teachers <= atStandard + 1; teachers++) {
                    StageStaff staff = new StageStaff((double) pupils, null, (double) teachers, null, null, null, null);
                    Campus school = Schools.school("s", SchoolType.PRIMARY, null, Map.of(stage, staff));
                    boolean meets = rule.judge(Schools.level(school, stage, Resource.R1))
                                    .verdict()
                            == Verdict.PASS;
                    assertEquals(1000 * teachers >= tenfold * pupils, meets, teachers + " of " + pupils);
                }
            }
        }
    }

    @Test
    void teachersAreNotSplitAndSharedResourcesAre() {
        Campus school = Schools.school(
                "s", SchoolType.NINE_YEAR, PREMISES, Map.of(PRIMARY, STAFF, JUNIOR, Schools.pupils(400.0)));
        assertEquals(
                5.0, Given.value(Schools.level(school, PRIMARY, Resource.R1)).value());
        assertEquals(
                12000.0 / 840,
                Given.value(Schools.level(school, PRIMARY, Resource.B5)).value(),
                1e-14);
        assertEquals(
                1.1 * 12000 / 840,
                Given.value(Schools.level(school, JUNIOR, Resource.B5)).value(),
                1e-14);
    }

    @Test
    void theLevelIsTheFactorTimesItsParts() {
        Campus school = Schools.school(
                "s", SchoolType.NINE_YEAR, PREMISES, Map.of(PRIMARY, STAFF, JUNIOR, Schools.pupils(411.0)));
        for (Resource resource : new Resource[] {Resource.R4, Resource.R6, Resource.R7}) {
            Value level = Given.value(Schools.level(school, JUNIOR, resource));
            assertEquals(
                    level.value(), resource.factor() * level.numerator() / level.denominator(), 1e-12 * level.value());
        }
    }

    @ParameterizedTest
    @CsvSource({"R1", "R2", "R3", "R4", "R5", "R6", "R7", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8"})
    void isAbsentWhenAPartIsNotReported(Resource resource) {
        Campus nothing = Schools.primary("s", 400.0, null);
        String column = resource.inputs().get(0);
        assertTrue(Given.absent(Schools.level(nothing, PRIMARY, resource))
                .reason()
                .en()
                .contains(column));
    }

    @Test
    void oneOfTwoPartsIsNotEnough() {
        Campus half = Schools.school(
                "s",
                SchoolType.PRIMARY,
                Schools.areas(2200.0, null, 2800.0),
                Map.of(PRIMARY, Schools.sports(400, 2.0, null)));
        Given.absent(Schools.level(half, PRIMARY, Resource.R3));
        Given.absent(Schools.level(half, PRIMARY, Resource.R4));
        Given.absent(Schools.level(half, PRIMARY, Resource.R5));
    }

    @Test
    void zeroIsAValueAndNotMissing() {
        Campus none = Schools.school(
                "s", SchoolType.PRIMARY, Schools.books(0.0), Map.of(PRIMARY, Schools.sports(400, 0.0, 0.0)));
        assertEquals(0.0, Given.value(Schools.level(none, PRIMARY, Resource.R3)).value());
        assertEquals(0.0, Given.value(Schools.level(none, PRIMARY, Resource.B5)).value());
    }

    @Test
    void isAbsentWithoutPupilsOrWhenTheyAreNotReported() {
        Outcome unknown = Schools.level(Schools.primary("s", null, PREMISES), PRIMARY, Resource.R4);
        Outcome none = Schools.level(Schools.primary("s", 0.0, PREMISES), PRIMARY, Resource.R4);
        assertNotEquals(Given.absent(unknown).reason(), Given.absent(none).reason());
        assertEquals(null, unknown.counts().pupils());
        assertEquals(0, none.counts().pupils());
    }

    @Test
    void isAbsentWhenThePupilsOfTheOtherStageAreNotReported() {
        Campus school = Schools.school("s", SchoolType.NINE_YEAR, PREMISES, Map.of(PRIMARY, STAFF));
        Given.absent(Schools.level(school, PRIMARY, Resource.R4));
        assertFalse(Resource.R1.isShared());
        Given.value(Schools.level(school, PRIMARY, Resource.R1));
    }

    /** No coefficient is known for it: its pupils are not in A + 1.1 B, so the school's rooms must not be divided by the others'. */
    @Test
    void aKindergartenHasNoShareInWhatTheSchoolShares() {
        Campus school = Schools.school(
                "s", SchoolType.PRIMARY, PREMISES, Map.of(PRIMARY, STAFF, KINDERGARTEN, Schools.pupils(60.0)));
        Given.absent(Schools.level(school, KINDERGARTEN, Resource.B5));
        assertEquals(
                30.0, Given.value(Schools.level(school, PRIMARY, Resource.B5)).value());
    }

    @Test
    void anOrphanSaysSo() {
        Value level = Given.value(new ResourceLevel()
                .of(new ResourceLevel.StageResource(new Population.Unit(SCHOOL, true), PRIMARY, Resource.R1)));
        assertEquals(5.0, level.value());
        assertNotEquals(Words.NONE, level.caution());
    }

    @Test
    void isAbsentWhenTheIndoorSportsAreaExceedsTheWholeArea() {
        Premises contradictory = new Premises(100.0, 200.0, 2800.0, 84.0, 10.0, 44.0, 12000.0);
        Campus school = Schools.school("s", SchoolType.PRIMARY, contradictory, Map.of(PRIMARY, STAFF));
        assertTrue(Given.absent(Schools.level(school, PRIMARY, Resource.R4))
                .reason()
                .en()
                .contains("exceeds"));
    }

    @Test
    void speaksOfCompulsoryStagesAndDropsTheSeniorShareOfWhatIsShared() {
        Campus secondary = Schools.school(
                "s", SchoolType.COMPLETE_SECONDARY, PREMISES, Map.of(JUNIOR, STAFF, Stage.SENIOR, STAFF));
        Campus senior = Schools.school("t", SchoolType.SENIOR, PREMISES, Map.of(Stage.SENIOR, STAFF));
        assertTrue(applies(secondary, JUNIOR, Resource.R4));
        assertFalse(applies(secondary, Stage.SENIOR, Resource.R4));
        assertTrue(applies(secondary, Stage.SENIOR, Resource.R1));
        assertTrue(applies(senior, Stage.SENIOR, Resource.R4));
        assertFalse(applies(senior, Stage.SENIOR, Resource.B6));
        assertFalse(applies(SCHOOL, KINDERGARTEN, Resource.R1));
    }

    private static boolean applies(Campus campus, Stage stage, Resource resource) {
        return new ResourceLevel()
                .appliesTo(new ResourceLevel.StageResource(new Population.Unit(campus, false), stage, resource));
    }
}
