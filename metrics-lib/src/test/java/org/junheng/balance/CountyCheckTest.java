package org.junheng.balance;

import static org.junheng.rules.Verdict.FAIL;
import static org.junheng.rules.Verdict.NOT_ASSESSED;
import static org.junheng.rules.Verdict.PASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junheng.Given;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Figure;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.rules.Judgement;
import org.junheng.rules.RuleBook;
import org.junheng.rules.Verdict;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The school rule of 2017: 7 of 7, or 6 of 7 with the seventh at 85 % of its standard. */
class CountyCheckTest {
    private static final RuleBook BOOK = RuleBook.of("national-2017");
    /** Exactly the standards of the primary stage. */
    private static final Double[] STANDARDS = {4.2, 1.0, 0.9, 4.5, 7.5, 2000.0, 2.3};

    @Test
    void sevenOfSevenPass() {
        CountyCheck.Result check = check(school("a", STANDARDS));
        assertEquals(PASS, verdict(check, "R-SCHOOL", "a:PRIMARY"));
        assertEquals(7.0, met(check, "a:PRIMARY"));
        for (String id : List.of("R1", "R2", "R3", "R4", "R5", "R6", "R7")) {
            assertEquals(PASS, verdict(check, id, "a:PRIMARY"), id);
        }
    }

    /** 0.85 * 4.2 = 3.57, 0.85, 0.765, 3.825, 6.375, 1700 and 1.955: the floors that are printed with the standards. */
    @ParameterizedTest
    @CsvSource({"0, 3.57", "1, 0.85", "2, 0.765", "3, 3.825", "4, 6.375", "5, 1700", "6, 1.955"})
    void sixOfSevenPassWithTheSeventhAtEightyFivePercent(int which, double floor) {
        CountyCheck.Result check = check(school("a", with(which, floor)));
        assertEquals(FAIL, verdict(check, "R" + (which + 1), "a:PRIMARY"));
        assertEquals(6.0, met(check, "a:PRIMARY"));
        assertEquals(PASS, verdict(check, "R-SCHOOL", "a:PRIMARY"));
    }

    /** 84.9 %: 3.5658 of 4.2 and so on. */
    @ParameterizedTest
    @CsvSource({"0, 3.5658", "1, 0.849", "2, 0.7641", "3, 3.8205", "4, 6.3675", "5, 1698", "6, 1.9527"})
    void sixOfSevenFailWithTheSeventhBelowEightyFivePercent(int which, double below) {
        CountyCheck.Result check = check(school("a", with(which, below)));
        assertEquals(6.0, met(check, "a:PRIMARY"));
        assertEquals(FAIL, verdict(check, "R-SCHOOL", "a:PRIMARY"));
        assertTrue(judgement(check, "R-SCHOOL", "a:PRIMARY")
                .finding()
                .reason()
                .en()
                .contains("85 %"));
    }

    @Test
    void fiveOfSevenFailAlthoughBothReachTheFloor() {
        Double[] levels = with(0, 4.1);
        levels[1] = 0.99;
        CountyCheck.Result check = check(school("a", levels));
        assertEquals(5.0, met(check, "a:PRIMARY"));
        assertEquals(FAIL, verdict(check, "R-SCHOOL", "a:PRIMARY"));
    }

    @Test
    void aMissingValueIsNotAssessedNeverZeroAndNeverPassed() {
        CountyCheck.Result check = check(school("a", with(3, null)));
        assertEquals(NOT_ASSESSED, verdict(check, "R4", "a:PRIMARY"));
        assertEquals(NOT_ASSESSED, verdict(check, "R-SCHOOL", "a:PRIMARY"));
        assertEquals(NOT_ASSESSED, verdict(check, "R-SCHOOL", "610100"));
        Absent met = Given.absent(figure(check, "resource.standards_met", "a:PRIMARY", ""));
        assertTrue(met.reason().en().contains("R4"));
    }

    @Test
    void aValueWithoutARowIsMissingToo() {
        List<Figure> six = school("a", STANDARDS).subList(0, 6);
        assertEquals(NOT_ASSESSED, verdict(check(six), "R7", "a:PRIMARY"));
        assertEquals(NOT_ASSESSED, verdict(check(six), "R-SCHOOL", "a:PRIMARY"));
    }

    @Test
    void zeroIsAValueThatFails() {
        CountyCheck.Result check = check(school("a", with(1, 0.0)));
        assertEquals(FAIL, verdict(check, "R2", "a:PRIMARY"));
        assertEquals(FAIL, verdict(check, "R-SCHOOL", "a:PRIMARY"));
    }

    @Test
    void aCountyPassesOnlyWhenEverySchoolDoes() {
        assertEquals(PASS, verdict(check(both(school("a", STANDARDS), school("b", STANDARDS))), "R-SCHOOL", "610100"));
        CountyCheck.Result one = check(both(school("a", STANDARDS), school("b", with(1, 0.0))));
        assertEquals(FAIL, verdict(one, "R-SCHOOL", "610100"));
        assertEquals(
                0.5,
                Given.value(figure(one, "resource.schools_meeting", "610100", ""))
                        .value());
    }

    @Test
    void aCountyIsNotPassedForLackOfDataAndFailsByOneSchoolAllTheSame() {
        CountyCheck.Result unknown = check(both(school("a", STANDARDS), school("b", with(1, null))));
        assertEquals(NOT_ASSESSED, verdict(unknown, "R-SCHOOL", "610100"));
        CountyCheck.Result failed = check(both(school("a", with(1, 0.0)), school("b", with(1, null))));
        assertEquals(FAIL, verdict(failed, "R-SCHOOL", "610100"));
    }

    /** 1,000 pupils each, at 4.1 and 4.0 of 4.2: 1 + 2 teachers; 400 yuan each of 1,000 pupils. */
    @Test
    void whatTheSchoolsLackIsAddedUp() {
        Double[] second = with(0, 4.0);
        second[5] = 1600.0;
        CountyCheck.Result check = check(both(school("a", with(0, 4.1)), school("b", second)));
        assertEquals(
                3.0,
                Given.value(figure(check, "resource.shortfall", "610100", "R1")).value());
        assertEquals(
                400000.0,
                Given.value(figure(check, "resource.shortfall", "610100", "R6")).value());
        assertEquals(
                0.0,
                Given.value(figure(check, "resource.shortfall", "610100", "R4")).value());
        Judgement rule = judgement(check, "R1", "b:PRIMARY");
        assertEquals(2.0, rule.shortfall().orElseThrow().doubleValue());
        assertEquals("teachers", rule.shortfallUnit());
        assertEquals("yuan", judgement(check, "R6", "b:PRIMARY").shortfallUnit());
    }

    @Test
    void withoutTablesEveryRuleOfTheCountyIsNotAssessed() {
        CountyCheck.Result check = check(List.of());
        assertEquals(8, check.judgements().size());
        assertTrue(check.judgements().stream().allMatch(j -> j.finding().verdict() == NOT_ASSESSED));
        assertTrue(check.judgements().stream()
                .allMatch(j -> !j.finding().reason().en().isEmpty()));
        assertEquals(List.of(), check.figures());
        assertEquals(
                NOT_ASSESSED,
                CountyCheck.of("610100", Stage.PRIMARY, List.of(), RuleBook.of("national-2012"))
                        .judgements()
                        .get(0)
                        .finding()
                        .verdict());
    }

    @Test
    void aStageWithoutStandardsIsNotJudged() {
        List<Figure> measured = new ArrayList<>();
        for (Figure f : school("a", STANDARDS)) {
            measured.add(new Figure(f.metric(), f.subjectType(), "a:SENIOR", Stage.SENIOR, f.facet(), f.outcome()));
        }
        assertEquals(
                List.of(),
                CountyCheck.of("610100", Stage.SENIOR, measured, BOOK).judgements());
    }

    @Test
    void everyCoefficientIsJudgedAloneAndACompositeIsNoCriterionOf2017() {
        List<Figure> measured = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            measured.add(cv("R" + i, i == 7 ? 0.51 : 0.1));
        }
        CountyCheck.Result check = check(measured);
        List<Judgement> coefficients = check.judgements().stream()
                .filter(j -> j.rule().id().equals("R-CV"))
                .toList();
        assertEquals(7, coefficients.size());
        assertEquals(
                List.of("R7"),
                coefficients.stream()
                        .filter(j -> j.finding().verdict() == FAIL)
                        .map(Judgement::facet)
                        .toList());
        assertEquals(
                1.11 / 7,
                Given.value(figure(check, "gap.cv_composite", "610100", "R1-R7"))
                        .value(),
                1e-15);
        assertFalse(check.judgements().stream().anyMatch(j -> j.facet().equals("R1-R7")));
    }

    @Test
    void aCompositeIsAbsentWhenACoefficientIs() {
        CountyCheck.Result check = check(List.of(cv("R1", 0.1)));
        Given.absent(figure(check, "gap.cv_composite", "610100", "R1-R7"));
    }

    @Test
    void theOrderOfTheFiguresDoesNotMatter() {
        List<Figure> measured = new ArrayList<>(both(school("a", with(0, 4.1)), school("b", with(1, null))));
        measured.add(cv("R1", 0.3));
        measured.add(cv("R2", 0.6));
        CountyCheck.Result first = check(measured);
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(measured, random);
            assertEquals(first, check(measured));
        }
    }

    private static Double[] with(int which, Double level) {
        Double[] levels = Arrays.copyOf(STANDARDS, 7);
        levels[which] = level;
        return levels;
    }

    private static List<Figure> school(String code, Double... levels) {
        List<Figure> figures = new ArrayList<>();
        Counts counts = new Counts(1L, 1000L, null);
        for (int i = 0; i < 7; i++) {
            Outcome level = levels[i] == null ? new Absent("缺", "missing", counts) : Value.of(levels[i], counts);
            figures.add(new Figure(
                    "resource.level",
                    SubjectType.STAGE_SCHOOL,
                    code + ":PRIMARY",
                    Stage.PRIMARY,
                    "R" + (i + 1),
                    level));
        }
        return figures;
    }

    private static Figure cv(String facet, double value) {
        return new Figure(
                "gap.cv", SubjectType.COUNTY, "610100", Stage.PRIMARY, facet, Value.of(value, Counts.ofSchools(9)));
    }

    private static List<Figure> both(List<Figure> a, List<Figure> b) {
        List<Figure> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }

    private static CountyCheck.Result check(List<Figure> measured) {
        return CountyCheck.of("610100", Stage.PRIMARY, measured, BOOK);
    }

    private static Judgement judgement(CountyCheck.Result check, String rule, String subject) {
        List<Judgement> found = check.judgements().stream()
                .filter(j -> j.rule().id().equals(rule) && j.subject().equals(subject))
                .toList();
        assertEquals(1, found.size(), rule + " of " + subject);
        return found.get(0);
    }

    private static Verdict verdict(CountyCheck.Result check, String rule, String subject) {
        return judgement(check, rule, subject).finding().verdict();
    }

    private static double met(CountyCheck.Result check, String subject) {
        return Given.value(figure(check, "resource.standards_met", subject, "")).value();
    }

    private static Outcome figure(CountyCheck.Result check, String metric, String subject, String facet) {
        List<Figure> found = check.figures().stream()
                .filter(f -> f.metric().equals(metric)
                        && f.subject().equals(subject)
                        && f.facet().equals(facet))
                .toList();
        assertEquals(1, found.size(), metric + " of " + subject);
        return found.get(0).outcome();
    }
}
