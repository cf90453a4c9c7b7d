package org.junheng.balance;

import static org.junheng.rules.Verdict.FAIL;
import static org.junheng.rules.Verdict.NOT_ASSESSED;
import static org.junheng.rules.Verdict.PASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junheng.balance.PlaceCheck.Place;
import org.junheng.metric.Counts;
import org.junheng.metric.Figure;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Judgement;
import org.junheng.rules.RuleBook;
import org.junheng.rules.Verdict;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** Everything that is judged of one county in one year. */
class PlaceCheckTest {
    private static final String COUNTY = "539001";
    private static final RuleBook NATIONAL = RuleBook.of("national-2017");
    private static final RuleBook SHANDONG = RuleBook.of("shandong-2020").on(java.time.LocalDate.of(2024, 9, 1));
    private static final Figure ITSELF =
            new Figure("count.schools", SubjectType.COUNTY, COUNTY, null, "", Value.of(3, Counts.ofSchools(3)));

    /** 32 indicators, the school rule and the coefficients, what must hold to apply, six vetoes and the whole: none is left out for lack of data. */
    @Test
    void aCountyOfWhichNothingIsKnownHasARowForEveryRule() {
        CountyCheck.Result result = check(NATIONAL, ITSELF);
        for (var rule : NATIONAL.rules()) {
            if (rule.scope() == SubjectType.COUNTY && !rule.severity().equals("INFO")) {
                List<Judgement> found = result.judgements().stream()
                        .filter(j -> j.rule().equals(rule))
                        .toList();
                assertEquals(1, found.size(), rule.id() + " " + rule.stage() + " " + rule.facet());
                assertEquals(NOT_ASSESSED, found.get(0).finding().verdict(), rule.id());
                assertTrue(!found.get(0).finding().reason().equals(Words.NONE), rule.id());
            }
        }
        assertEquals(NOT_ASSESSED, verdict(result, "OVERALL", COUNTY));
    }

    @Test
    void theCountyFailsWithItsFirstSchool() {
        CountyCheck.Result result = check(
                NATIONAL,
                ITSELF,
                school("assurance.special_rooms", "a", 1),
                school("assurance.special_rooms", "b", Math.nextDown(1)));
        assertEquals(PASS, verdict(result, "G3", "a"));
        assertEquals(FAIL, verdict(result, "G3", "b"));
        assertEquals(FAIL, verdict(result, "G3", COUNTY));
        assertEquals(FAIL, verdict(result, "OVERALL", COUNTY));
    }

    @Test
    void theCountyPassesWhenEverySchoolDoes() {
        CountyCheck.Result result = check(
                NATIONAL, ITSELF, school("assurance.special_rooms", "a", 1), school("assurance.special_rooms", "b", 2));
        assertEquals(PASS, verdict(result, "G3", COUNTY));
    }

    @Test
    void documentsDecideWhereNoFigureDoesAndNowhereElse() {
        Figure rooms = school("assurance.special_rooms", "a", 0.5);
        CountyCheck.Result result =
                check(NATIONAL, ITSELF, rooms, evidence("G3", 1), evidence("G8", 1), evidence("G14", 0));
        assertEquals(FAIL, verdict(result, "G3", COUNTY));
        assertEquals(PASS, verdict(result, "G8", COUNTY));
        assertEquals(FAIL, verdict(result, "G14", COUNTY));
        assertTrue(judgement(result, "G8", COUNTY).finding().reason().en().contains("documents"));
    }

    @Test
    void aVetoFailsTheCounty() {
        CountyCheck.Result result = check(NATIONAL, ITSELF, evidence("VETO-EXAM", 0));
        assertEquals(FAIL, verdict(result, "VETO-EXAM", COUNTY));
        assertEquals(FAIL, verdict(result, "OVERALL", COUNTY));
        assertEquals(
                "failed: VETO-EXAM",
                judgement(result, "OVERALL", COUNTY).finding().reason().en());
    }

    /** Our own estimate of a difference rate never stands for the national report. */
    @Test
    void theNationalReportIsNotReplacedByAnEstimate() {
        Figure own = new Figure(
                "gap.difference_rate",
                SubjectType.COUNTY,
                COUNTY,
                Stage.PRIMARY,
                "score:math|URBAN_QUALITY-TOWN",
                Value.of(0.01, Counts.NONE));
        CountyCheck.Result result = check(NATIONAL.and(SHANDONG), ITSELF, own);
        assertEquals(PASS, verdict(result, "SD-01", COUNTY));
        assertTrue(result.judgements().stream()
                .filter(j -> j.rule().id().equals("Q9"))
                .allMatch(j -> j.finding().verdict() == NOT_ASSESSED));
    }

    @Test
    void aTownshipReachesItsGoalsWhenEveryOneIsPassed() {
        List<Figure> figures = new ArrayList<>(List.of(ITSELF));
        figures.addAll(goals("A", 1));
        figures.addAll(goals("B", 1));
        CountyCheck.Result result = check(SHANDONG, figures, "A", "B", "C");
        assertEquals(PASS, verdict(result, "SD-06", COUNTY + ":A"));
        assertEquals(NOT_ASSESSED, verdict(result, "SD-06", COUNTY + ":C"));
        assertEquals(PASS, verdict(result, "SD-06", COUNTY));
        assertEquals(
                2.0 / 3, judgement(result, "SD-06", COUNTY).finding().value().orElseThrow());
    }

    /** One half is not more than half; and one township that is not assessed could still make it more. */
    @Test
    void moreThanHalfOfTheTownshipsMustReachThem() {
        List<Figure> figures = new ArrayList<>(List.of(ITSELF));
        figures.addAll(goals("A", 1));
        figures.addAll(goals("B", -1));
        assertEquals(FAIL, verdict(check(SHANDONG, figures, "A", "B"), "SD-06", COUNTY));
        assertEquals(FAIL, verdict(check(SHANDONG, figures, "A", "B"), "SD-06", COUNTY + ":B"));
        assertEquals(NOT_ASSESSED, verdict(check(SHANDONG, figures, "A", "B", "C"), "SD-06", COUNTY));
    }

    /** A township without a junior school owes nothing of that stage. */
    @Test
    void goalsOfAStageAreSetWhereTheTownshipHasASchoolOfIt() {
        List<Figure> figures = new ArrayList<>(List.of(ITSELF));
        goals("A", 1).stream().filter(f -> f.stage() != Stage.JUNIOR).forEach(figures::add);
        Place without = new Place(
                COUNTY, new TreeMap<>(Map.of(COUNTY + ":A", new TreeSet<>(Set.of(Stage.PRIMARY, Stage.KINDERGARTEN)))));
        Place with = new Place(COUNTY, new TreeMap<>(Map.of(COUNTY + ":A", new TreeSet<>(Set.of(Stage.values())))));
        assertEquals(PASS, verdict(PlaceCheck.of(without, figures, SHANDONG, terms()), "SD-06", COUNTY + ":A"));
        assertEquals(NOT_ASSESSED, verdict(PlaceCheck.of(with, figures, SHANDONG, terms()), "SD-06", COUNTY + ":A"));
    }

    @Test
    void theOrderOfTheFiguresDoesNotMatter() {
        List<Figure> figures = new ArrayList<>(List.of(ITSELF, evidence("SD-07", 1)));
        figures.addAll(goals("A", 1));
        figures.addAll(goals("B", -1));
        CountyCheck.Result before = check(SHANDONG, figures, "A", "B");
        Collections.shuffle(figures, new Random(7));
        assertEquals(before, check(SHANDONG, figures, "A", "B"));
    }

    /** A figure for every goal of a township: on the good side of its standard, or on the bad one. */
    private static List<Figure> goals(String township, int side) {
        return SHANDONG.rules().stream()
                .filter(r -> r.scope() == SubjectType.TOWNSHIP && !r.metric().equals("rules.met"))
                .map(r -> {
                    double standard = r.standard().doubleValue();
                    double good = r.operator().toString().startsWith("<") ? -0.05 : 0.05;
                    double value = standard + side * good;
                    Value told = r.metric().equals("satisfaction.rate")
                            ? Value.ofRatio(value, 1000 * value, 1000, Counts.ofSchools(5))
                            : Value.of(value, Counts.ofSchools(5));
                    return new Figure(
                            r.metric(),
                            SubjectType.TOWNSHIP,
                            COUNTY + ":" + township,
                            r.stage(),
                            r.facet().replace("*", "math"),
                            told);
                })
                .toList();
    }

    private static CountyCheck.Result check(RuleBook book, Figure... figures) {
        return check(book, List.of(figures));
    }

    private static CountyCheck.Result check(RuleBook book, List<Figure> figures, String... townships) {
        TreeMap<String, java.util.SortedSet<Stage>> of = new TreeMap<>();
        Arrays.stream(townships).forEach(t -> of.put(COUNTY + ":" + t, new TreeSet<>(Set.of(Stage.values()))));
        return PlaceCheck.of(new Place(COUNTY, of), figures, book, terms());
    }

    private static PlaceCheck.Terms terms() {
        Set<String> ids = new TreeSet<>();
        NATIONAL.rules().forEach(r -> ids.add(r.id()));
        return new PlaceCheck.Terms(
                Set.of("satisfaction.rate"), rule -> new Words("缺", "needs data"), Map.of("national-2017", ids));
    }

    private static Figure school(String metric, String code, double value) {
        return new Figure(metric, SubjectType.SCHOOL, code, null, "", Value.of(value, Counts.ofPupils(300)));
    }

    private static Figure evidence(String rule, double verdict) {
        return new Figure("evidence.verdict", SubjectType.COUNTY, COUNTY, null, rule, Value.of(verdict, Counts.NONE));
    }

    private static Verdict verdict(CountyCheck.Result result, String rule, String subject) {
        return judgement(result, rule, subject).finding().verdict();
    }

    private static Judgement judgement(CountyCheck.Result result, String rule, String subject) {
        List<Judgement> found = result.judgements().stream()
                .filter(j -> j.rule().id().equals(rule) && j.subject().equals(subject))
                .toList();
        assertTrue(!found.isEmpty(), rule + " of " + subject);
        return found.get(0);
    }
}
