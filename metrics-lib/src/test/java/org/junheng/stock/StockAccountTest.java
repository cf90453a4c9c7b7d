package org.junheng.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junheng.metric.Words;
import org.junheng.stock.StockAccount.Between;
import org.junheng.stock.StockFlow.Line;
import org.junheng.stock.StockFlow.Unit;
import org.junit.jupiter.api.Test;

class StockAccountTest {
    private static final Between YEARS = new Between(2022, 2023);
    private static final LocalDate SUMMER = LocalDate.of(2023, 8, 1);

    private static Institution school(String code, String county, Boolean quality, Long pupils) {
        return new Institution(code, county, quality, pupils, null, null);
    }

    private static Institution quality(String code, String county, long pupils) {
        return school(code, county, true, pupils);
    }

    private static Institution plain(String code, String county, long pupils) {
        return school(code, county, false, pupils);
    }

    private static SchoolLink link(String from, String to) {
        return new SchoolLink(from, to, SUMMER);
    }

    private static Map<String, StockFlow> account(
            Unit unit, List<Institution> before, List<Institution> after, List<SchoolLink> links, Set<String> members) {
        return StockAccount.of(YEARS, before, after, links, members::contains).stream()
                .filter(f -> f.unit() == unit)
                .collect(Collectors.toMap(StockFlow::county, f -> f));
    }

    private static void requireLines(StockFlow flow, Object... lines) {
        EnumMap<Line, Long> expected = new EnumMap<>(Line.class);
        for (int i = 0; i < lines.length; i += 2) {
            expected.put((Line) lines[i], ((Integer) lines[i + 1]).longValue());
        }
        for (Line line : Line.values()) {
            assertEquals(expected.getOrDefault(line, 0L), flow.line(line), line + " of " + flow.lines());
        }
    }

    /** Every kind of event once, followed by hand. */
    @Test
    void everyEventEntersItsLine() {
        List<Institution> before = List.of(
                quality("stays", "A", 100),
                plain("rises", "A", 200),
                plain("member", "A", 300),
                quality("falls", "A", 400),
                quality("closes", "A", 500),
                quality("merges", "A", 600),
                plain("host", "A", 70),
                quality("old", "A", 800),
                quality("moves", "A", 900));
        List<Institution> after = List.of(
                quality("stays", "A", 110),
                quality("rises", "A", 210),
                quality("member", "A", 310),
                plain("falls", "A", 410),
                plain("host", "A", 670),
                quality("new name", "A", 790),
                quality("moves", "B", 905),
                quality("built", "A", 50));
        List<SchoolLink> links = List.of(link("merges", "host"), link("old", "new name"));
        Map<String, StockFlow> schools = account(Unit.SCHOOLS, before, after, links, Set.of("member"));
        requireLines(
                schools.get("A"),
                Line.OPENING,
                6,
                Line.NEWLY_BUILT,
                1,
                Line.UPGRADED,
                1,
                Line.GRADUATED,
                1,
                Line.DOWNGRADED,
                1,
                Line.CLOSED,
                1,
                Line.MERGED,
                1,
                Line.MOVED_OUT,
                1,
                Line.CLOSING,
                5);
        requireLines(schools.get("B"), Line.MOVED_IN, 1, Line.CLOSING, 1);
        Map<String, StockFlow> pupils = account(Unit.PUPILS, before, after, links, Set.of("member"));
        requireLines(
                pupils.get("A"),
                Line.OPENING,
                3300,
                Line.NEWLY_BUILT,
                50,
                Line.UPGRADED,
                210,
                Line.GRADUATED,
                310,
                Line.DOWNGRADED,
                400,
                Line.CLOSED,
                500,
                Line.MERGED,
                600,
                Line.MOVED_OUT,
                900,
                Line.ENROLMENT_CHANGE,
                0,
                Line.CLOSING,
                1470);
        requireLines(pupils.get("B"), Line.MOVED_IN, 900, Line.ENROLMENT_CHANGE, 5, Line.CLOSING, 905);
    }

    @Test
    void aMergerIntoANewCodeContinuesTheLargestSchool() {
        List<Institution> before = List.of(quality("a", "A", 100), plain("b", "A", 300), quality("c", "A", 200));
        List<SchoolLink> links = List.of(link("a", "n"), link("b", "n"), link("c", "n"));
        StockFlow flow = account(Unit.SCHOOLS, before, List.of(quality("n", "A", 600)), links, Set.of())
                .get("A");
        requireLines(flow, Line.OPENING, 2, Line.UPGRADED, 1, Line.MERGED, 2, Line.CLOSING, 1);
    }

    @Test
    void aSplitSchoolContinuesInOnePartAndTheOtherIsNew() {
        List<SchoolLink> links = List.of(link("a", "a1"), link("a", "a2"));
        StockFlow flow = account(
                        Unit.SCHOOLS,
                        List.of(quality("a", "A", 100)),
                        List.of(quality("a1", "A", 50), quality("a2", "A", 50)),
                        links,
                        Set.of())
                .get("A");
        requireLines(flow, Line.OPENING, 1, Line.NEWLY_BUILT, 1, Line.CLOSING, 2);
    }

    @Test
    void linksAreFollowedThroughCodesThatNeverHadARow() {
        List<SchoolLink> links = List.of(link("a", "x"), link("x", "y"), link("y", "a"), link("y", "b"));
        StockFlow flow = account(
                        Unit.SCHOOLS, List.of(quality("a", "A", 100)), List.of(quality("b", "A", 90)), links, Set.of())
                .get("A");
        requireLines(flow, Line.OPENING, 1, Line.CLOSING, 1);
    }

    @Test
    void aLinkOfLaterYearsIsNotFollowed() {
        List<SchoolLink> later = List.of(new SchoolLink("a", "b", LocalDate.of(2024, 9, 1)));
        StockFlow flow = account(
                        Unit.SCHOOLS, List.of(quality("a", "A", 100)), List.of(quality("b", "A", 90)), later, Set.of())
                .get("A");
        requireLines(flow, Line.OPENING, 1, Line.NEWLY_BUILT, 1, Line.CLOSED, 1, Line.CLOSING, 1);
    }

    /** What is said at one end only is no event. */
    @Test
    void anUnknownFlagIsAThirdState() {
        List<Institution> before = List.of(
                school("hidden", "A", true, 100L),
                school("told", "A", null, 100L),
                school("never", "A", null, 100L),
                school("lost", "A", null, 100L));
        List<Institution> after = List.of(
                school("hidden", "A", null, 100L),
                school("told", "A", true, 130L),
                school("never", "A", null, 100L),
                school("lost", "A", false, 100L));
        StockFlow schools =
                account(Unit.SCHOOLS, before, after, List.of(), Set.of()).get("A");
        requireLines(schools, Line.OPENING, 1, Line.RECLASSIFIED, 0, Line.CLOSING, 1);
        assertEquals(5, schools.unknown());
        assertEquals(
                "3 schools of unknown quality at the opening; 2 schools of unknown quality at the closing",
                schools.note().en());
        assertTrue(schools.isAssessed());
        StockFlow pupils =
                account(Unit.PUPILS, before, after, List.of(), Set.of()).get("A");
        requireLines(pupils, Line.OPENING, 100, Line.RECLASSIFIED, 30, Line.CLOSING, 130);
    }

    @Test
    void whereNothingIsKnownAtOneEndThereIsNoAccount() {
        List<Institution> unknown = List.of(school("a", "A", null, 100L));
        List<Institution> known = List.of(quality("a", "A", 100));
        assertFalse(account(Unit.SCHOOLS, unknown, known, List.of(), Set.of())
                .get("A")
                .isAssessed());
        assertFalse(account(Unit.SCHOOLS, known, unknown, List.of(), Set.of())
                .get("A")
                .isAssessed());
        assertTrue(account(Unit.SCHOOLS, List.of(), known, List.of(), Set.of())
                .get("A")
                .isAssessed());
    }

    @Test
    void unknownPupilsAreNoChangeOfEnrolment() {
        StockFlow flow = account(
                        Unit.PUPILS,
                        List.of(school("a", "A", true, null), quality("b", "A", 100)),
                        List.of(quality("a", "A", 250), quality("b", "A", 90)),
                        List.of(),
                        Set.of())
                .get("A");
        requireLines(flow, Line.OPENING, 100, Line.ENROLMENT_CHANGE, -10, Line.RECLASSIFIED, 250, Line.CLOSING, 340);
        assertTrue(flow.note().en().contains("1 times the pupils of a quality school are unknown"));
    }

    @Test
    void aSchoolThatOpenedLongAgoIsNotNewlyBuilt() {
        Institution old = new Institution("a", "A", true, 10L, LocalDate.of(2022, 8, 31), null);
        Institution built = new Institution("b", "A", true, 10L, LocalDate.of(2022, 9, 1), null);
        StockFlow flow = account(Unit.SCHOOLS, List.of(plain("c", "A", 1)), List.of(old, built), List.of(), Set.of())
                .get("A");
        requireLines(flow, Line.NEWLY_BUILT, 1, Line.RECLASSIFIED, 1, Line.CLOSING, 2);
    }

    @Test
    void aSchoolThatIsGoneWithoutADateIsTold() {
        Institution dated = new Institution("a", "A", true, 10L, null, SUMMER);
        List<Institution> stay = List.of(plain("c", "A", 1));
        assertEquals(
                Words.NONE,
                account(Unit.SCHOOLS, List.of(dated), stay, List.of(), Set.of())
                        .get("A")
                        .note());
        StockFlow vanished = account(Unit.SCHOOLS, List.of(quality("a", "A", 10)), stay, List.of(), Set.of())
                .get("A");
        requireLines(vanished, Line.OPENING, 1, Line.CLOSED, 1);
        assertTrue(vanished.note().en().contains("gone without a closing date"));
    }

    @Test
    void anAccountThatDoesNotCloseIsRefused() {
        Map<Line, Long> lines = Map.of(Line.OPENING, 2L, Line.CLOSED, 1L, Line.CLOSING, 2L);
        assertThrows(
                IllegalArgumentException.class,
                () -> new StockFlow("A", 2023, Unit.SCHOOLS, lines, new StockFlow.Known(3, 3, 3, 3), Words.NONE));
    }
}
