package org.junheng.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.Given;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortfallTest {

    /**
     * 1,000 primary pupils need 42 and 10 and 9 teachers, 4,500 and 7,500 m2, 2,000,000 yuan and 23 rooms. The school has 40, 7, 8.5;
     * 4,000 and 7,000; 1,500,000; 20.
     */
    @ParameterizedTest
    @CsvSource({"R1, 2", "R2, 3", "R3, 0.5", "R4, 500", "R5, 500", "R6, 500000", "R7, 3"})
    void equalsWhatIsLackingByHand(Resource resource, double expected) {
        StageStaff staff = new StageStaff(1000.0, null, 40.0, 7.0, 4.5, 4.0, null);
        Premises premises = new Premises(4100.0, 100.0, 6900.0, 150.0, 20.0, null, null);
        Campus school = Schools.school("s", SchoolType.PRIMARY, premises, Map.of(Stage.PRIMARY, staff));
        assertEquals(expected, lacking(resource, Schools.level(school, Stage.PRIMARY, resource)));
    }

    /** 9 of 9.9 teachers for 1,100 pupils: 0.9 and not 0.8999999999999998, although 9 / 11 has no end. */
    @Test
    void isNotBlurredByTheLastDigitOfTheLevel() {
        Campus school =
                Schools.school("s", SchoolType.PRIMARY, null, Map.of(Stage.PRIMARY, Schools.sports(1100, 4.0, 5.0)));
        assertEquals(0.9, lacking(Resource.R3, Schools.level(school, Stage.PRIMARY, Resource.R3)));
    }

    /** A nine-year school of 1,000 and 1,000 pupils has 21 rooms: 10 of them are the primary stage's, which needs 23. */
    @Test
    void aSharedResourceIsCountedByThePartOfTheStage() {
        Campus school = Schools.school(
                "s",
                SchoolType.NINE_YEAR,
                new Premises(null, null, null, null, 21.0, null, null),
                Map.of(Stage.PRIMARY, Schools.pupils(1000.0), Stage.JUNIOR, Schools.pupils(1000.0)));
        assertEquals(13.0, lacking(Resource.R7, Schools.level(school, Stage.PRIMARY, Resource.R7)));
    }

    @Test
    void aSurplusIsZeroAndFillsNoGapOfAnotherSchool() {
        Campus rich =
                Schools.school("a", SchoolType.PRIMARY, null, Map.of(Stage.PRIMARY, Schools.sports(100, 9.0, 9.0)));
        Campus poor =
                Schools.school("b", SchoolType.PRIMARY, null, Map.of(Stage.PRIMARY, Schools.sports(100, 0.0, 0.0)));
        Outcome sum = new Shortfall()
                .of(List.of(
                        Shortfall.of(
                                standard(Resource.R3), Resource.R3, Schools.level(rich, Stage.PRIMARY, Resource.R3)),
                        Shortfall.of(
                                standard(Resource.R3), Resource.R3, Schools.level(poor, Stage.PRIMARY, Resource.R3))));
        assertEquals(0.9, Given.value(sum).value());
        assertEquals(2, sum.counts().schools());
    }

    @Test
    void schoolsWithoutDataAreLeftOutAndCountedInTheReason() {
        Value sum = Given.value(
                new Shortfall().of(List.of(Optional.of(new BigDecimal("1.5")), Optional.empty(), Optional.empty())));
        assertEquals(1.5, sum.value());
        assertEquals(1, sum.counts().schools());
        assertEquals("2 schools lack data and are left out", sum.caution().en());
        Value complete = Given.value(new Shortfall().of(List.of(Optional.of(BigDecimal.ZERO))));
        assertEquals(Words.NONE, complete.caution());
    }

    @Test
    void isAbsentWhenNoSchoolCouldBeAssessed() {
        Given.absent(new Shortfall().of(List.of(Optional.empty())));
        Outcome unknown = Schools.level(Schools.primary("s", 100.0, null), Stage.PRIMARY, Resource.R3);
        assertEquals(Optional.empty(), Shortfall.of(standard(Resource.R3), Resource.R3, unknown));
        assertEquals(0.9, lacking(Resource.R3, level(0)));
    }

    private static Outcome level(double teachers) {
        Campus school = Schools.school(
                "s", SchoolType.PRIMARY, null, Map.of(Stage.PRIMARY, Schools.sports(100, teachers, 0.0)));
        return Schools.level(school, Stage.PRIMARY, Resource.R3);
    }

    private static double lacking(Resource resource, Outcome level) {
        return Shortfall.of(standard(resource), resource, level).orElseThrow().doubleValue();
    }

    private static Rule standard(Resource resource) {
        return RuleBook.of("national-2017").on("resource.level", SubjectType.STAGE_SCHOOL, Stage.PRIMARY).stream()
                .filter(r -> r.facet().equals(resource.name()))
                .findFirst()
                .orElseThrow();
    }
}
