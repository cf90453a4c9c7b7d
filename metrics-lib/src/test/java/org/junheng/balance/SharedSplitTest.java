package org.junheng.balance;

import static org.junheng.subject.Stage.JUNIOR;
import static org.junheng.subject.Stage.PRIMARY;
import static org.junheng.subject.Stage.SENIOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published example is in SharedSplitExampleTest: 9,711.6 and 13,514.4 of 23,226 books. */
class SharedSplitTest {
    private static final BigDecimal ALL = new BigDecimal(1000);

    @ParameterizedTest
    @CsvSource({"166, 210", "1, 1999", "700, 3", "333, 333"})
    void thePartsOfANineYearSchoolAddUpAndAJuniorPupilHasElevenTenthsOfAPrimaryPupil(int a, int b) {
        SharedSplit split = split(SchoolType.NINE_YEAR, Map.of(PRIMARY, a, JUNIOR, b));
        assertEquals(a + 1.1 * b, split.weightedPupils().doubleValue(), 1e-12 * (a + b));
        double primary = part(split, PRIMARY, a);
        double junior = part(split, JUNIOR, b);
        assertEquals(1000, primary + junior, 1e-10);
        assertEquals(1.1, (junior / b) / (primary / a), 1e-14);
    }

    @Test
    void aStageWithoutPupilsLeavesEverythingToTheOther() {
        assertEquals(1000.0, part(split(SchoolType.NINE_YEAR, Map.of(PRIMARY, 0, JUNIOR, 77)), JUNIOR, 77));
        assertEquals(1000.0, part(split(SchoolType.NINE_YEAR, Map.of(PRIMARY, 77, JUNIOR, 0)), PRIMARY, 77));
        assertEquals(0.0, part(split(SchoolType.NINE_YEAR, Map.of(PRIMARY, 77, JUNIOR, 0)), JUNIOR, 0));
    }

    /** A + 1.1 B + 1.32 C with 100, 100, 100: 342; the senior 132 / 342 go nowhere. */
    @Test
    void aTwelveYearSchoolDropsTheShareOfTheSeniorStage() {
        SharedSplit split = split(SchoolType.TWELVE_YEAR, Map.of(PRIMARY, 100, JUNIOR, 100, SENIOR, 100));
        assertEquals(0, new BigDecimal(342).compareTo(split.weightedPupils()));
        assertEquals(100000.0 / 342, part(split, PRIMARY, 100), 1e-10);
        assertEquals(110000.0 / 342, part(split, JUNIOR, 100), 1e-10);
        assertEquals(new BigDecimal("1.32"), split.coefficients().get(SENIOR));
    }

    /** B + 1.2 C with 100 and 50: 160. */
    @Test
    void aCompleteSecondarySchoolWeighsJuniorPupilsByOne() {
        SharedSplit split = split(SchoolType.COMPLETE_SECONDARY, Map.of(JUNIOR, 100, SENIOR, 50));
        assertEquals(0, new BigDecimal(160).compareTo(split.weightedPupils()));
        assertEquals(625.0, part(split, JUNIOR, 100));
    }

    @Test
    void aSchoolOfOneStageHasEverything() {
        assertEquals(1000.0, part(split(SchoolType.PRIMARY, Map.of(PRIMARY, 37)), PRIMARY, 37));
        assertEquals(1000.0, part(split(SchoolType.JUNIOR, Map.of(JUNIOR, 37)), JUNIOR, 37));
    }

    @Test
    void aPrimarySchoolThatReportsJuniorPupilsIsSplitLikeANineYearSchool() {
        SharedSplit split = split(SchoolType.PRIMARY, Map.of(PRIMARY, 110, JUNIOR, 100));
        assertEquals(500.0, part(split, PRIMARY, 110));
    }

    @Test
    void isEmptyWhenThePupilsOfAStageOfTheTypeAreNotReported() {
        Campus onlyPrimary = Schools.school("9", SchoolType.NINE_YEAR, null, Map.of(PRIMARY, Schools.pupils(100.0)));
        assertTrue(SharedSplit.of(onlyPrimary).isEmpty());
        Campus unknown = Schools.school(
                "9", SchoolType.NINE_YEAR, null, Map.of(PRIMARY, Schools.pupils(100.0), JUNIOR, Schools.pupils(null)));
        assertTrue(SharedSplit.of(unknown).isEmpty());
    }

    @Test
    void isEmptyWithoutAnyPupil() {
        Campus empty = Schools.school("9", SchoolType.PRIMARY, null, Map.of(PRIMARY, Schools.pupils(0.0)));
        assertTrue(SharedSplit.of(empty).isEmpty());
    }

    private static SharedSplit split(SchoolType type, Map<Stage, Integer> pupils) {
        TreeMap<Stage, StageStaff> stages = new TreeMap<>();
        pupils.forEach((stage, n) -> stages.put(stage, Schools.pupils((double) n)));
        return SharedSplit.of(new Campus("9", type, stages, null)).orElseThrow();
    }

    private static double part(SharedSplit split, Stage stage, int pupils) {
        return split.part(stage, new BigDecimal(pupils), ALL).doubleValue();
    }
}
