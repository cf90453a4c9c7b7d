package org.junheng.balance;

import static org.junheng.rules.Verdict.FAIL;
import static org.junheng.rules.Verdict.NOT_ASSESSED;
import static org.junheng.rules.Verdict.PASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.Given;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Figure;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** A county of two schools under eight rules: one on every class, one on every school, documents, shares of answers, and the whole. */
class PlaceRulesTest {
    private static final String COUNTY = "610100";
    private static final RuleBook RULES = rules(
            "R1,resource.level,STAGE_SCHOOL,PRIMARY,R1,>=,4.2,0.85,u,2017-04-19,,ERROR,official,d,c",
            "CLASS,assurance.largest_class,STAGE_SCHOOL,PRIMARY,,<=,45,,pupils,2017-04-19,,ERROR,official,d,c",
            "CLASS,resource.schools_meeting,COUNTY,PRIMARY,CLASS,>=,1,,ratio,2017-04-19,,ERROR,official,d,c",
            "PAY,assurance.pay_ratio,COUNTY,,,>=,1,,ratio,2017-04-19,,ERROR,official,d,c",
            "PAPER,evidence.verdict,COUNTY,,PAPER,=,1,,1 = in order,2017-04-19,,ERROR,official,d,c",
            "CLEAR,satisfaction.rate,COUNTY,,survey:PARENT,>=,0.85,,share,2017-04-19,,ERROR,official,d,c",
            "HINT,assurance.hint,COUNTY,,,>=,1,,ratio,2017-04-19,,SIGNAL,official,d,c",
            "ALL,rules.met,COUNTY,,mine,>=,1,,ratio,2017-04-19,,ERROR,official,d,c",
            "ALONE,resource.schools_meeting,COUNTY,JUNIOR,NOBODY,>=,1,,ratio,2017-04-19,,INFO,official,d,c");

    private static RuleBook rules(String... rows) {
        String head =
                "rule_id,metric,scope,stage,facet,operator,standard,floor,unit,from,to,severity,basis,document,clause\n";
        try {
            return RuleBook.read("mine", new StringReader(head + String.join("\n", rows) + "\n"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final PlaceCheck.Terms TERMS = new PlaceCheck.Terms(
            Set.of("satisfaction.rate"),
            rule -> new Words("需要" + rule.metric(), "needs " + rule.metric()),
            Map.of("mine", Set.of("CLASS", "PAY", "PAPER", "CLEAR", "HINT")));

    private static Figure of(
            String metric, SubjectType type, String subject, @Nullable Stage stage, String facet, double v) {
        return new Figure(metric, type, subject, stage, facet, Value.of(v, Counts.ofSchools(2)));
    }

    private static Figure ofClass(String school, double pupils) {
        return of("assurance.largest_class", SubjectType.STAGE_SCHOOL, school + ":PRIMARY", Stage.PRIMARY, "", pupils);
    }

    private static Figure ofCounty(String metric, String facet, double value) {
        return of(metric, SubjectType.COUNTY, COUNTY, null, facet, value);
    }

    private static Figure answers(long satisfied, long all) {
        Value rate = Value.ofRatio((double) satisfied / all, satisfied, all, new Counts(1L, null, all));
        return new Figure("satisfaction.rate", SubjectType.COUNTY, COUNTY, null, "survey:PARENT", rate);
    }

    private static List<Figure> everythingInOrder() {
        return new ArrayList<>(List.of(
                ofCounty("count.schools", "", 2),
                of("resource.level", SubjectType.STAGE_SCHOOL, "a:PRIMARY", Stage.PRIMARY, "R1", 5),
                ofClass("a", 40),
                ofClass("b", 45),
                ofCounty("assurance.pay_ratio", "", 1.01),
                ofCounty("evidence.verdict", "PAPER", 1),
                answers(295, 300)));
    }

    private static Checked check(List<Figure> figures) {
        return new Checked(PlaceCheck.of(PlaceCheck.Place.of(COUNTY), figures, RULES, TERMS));
    }

    private static List<Figure> with(Figure other) {
        List<Figure> figures = everythingInOrder();
        figures.removeIf(f -> f.metric().equals(other.metric())
                && f.subject().equals(other.subject())
                && f.facet().equals(other.facet()));
        figures.add(other);
        return figures;
    }

    /** Five rules of severity ERROR and a signal that does not count: all five pass, and so does the county. */
    @Test
    void aCountyPassesWhenEveryRuleOfThePolicyDoes() {
        Checked check = check(everythingInOrder());
        assertEquals(PASS, check.verdict("R1", "a:PRIMARY"));
        assertEquals(PASS, check.verdict("CLASS", "b:PRIMARY"));
        assertEquals(PASS, check.verdict("CLASS", COUNTY));
        assertEquals(PASS, check.verdict("PAY", COUNTY));
        assertEquals(PASS, check.verdict("PAPER", COUNTY));
        assertEquals(PASS, check.verdict("CLEAR", COUNTY));
        assertEquals(PASS, check.verdict("ALL", COUNTY));
        Value met = Given.value(check.figure("rules.met", COUNTY, "mine"));
        assertEquals(4.0, met.numerator());
        assertEquals(4.0, met.denominator());
        assertEquals(1L, met.counts().schools()); // the fewest behind any rule
    }

    @Test
    void oneSchoolThatFailsIsEnoughAndIsNamed() {
        Checked check = check(with(ofClass("b", 46)));
        assertEquals(FAIL, check.verdict("CLASS", "b:PRIMARY"));
        assertEquals(FAIL, check.verdict("CLASS", COUNTY));
        assertEquals(
                0.5,
                Given.value(check.figure("resource.schools_meeting", COUNTY, "CLASS"))
                        .value());
        assertEquals(FAIL, check.verdict("ALL", COUNTY));
        assertEquals(
                "failed: CLASS primary",
                check.judgement("ALL", COUNTY).finding().reason().en());
        assertEquals(
                0.75, Given.value(check.figure("rules.met", COUNTY, "mine")).value());
    }

    /** 256 of 300 are 85.3 %: neither above nor below 85 % for sure, so the whole is open. */
    @Test
    void whatIsNotDecidedLeavesTheWholeOpen() {
        Checked check = check(with(answers(256, 300)));
        assertEquals(NOT_ASSESSED, check.verdict("ALL", COUNTY));
        assertEquals(
                "not decided: CLEAR satisfaction of parents",
                check.judgement("ALL", COUNTY).finding().reason().en());
    }

    @Test
    void aRuleWithoutAFigureSaysWhatItNeedsAndDocumentsDecideIt() {
        List<Figure> figures = everythingInOrder();
        figures.removeIf(
                f -> f.metric().equals("assurance.pay_ratio") || f.metric().equals("assurance.largest_class"));
        Checked open = check(figures);
        assertEquals(NOT_ASSESSED, open.verdict("PAY", COUNTY));
        assertEquals(
                "needs assurance.pay_ratio",
                open.judgement("PAY", COUNTY).finding().reason().en());
        assertEquals(
                "needs assurance.largest_class",
                open.judgement("CLASS", COUNTY).finding().reason().en());
        assertEquals(
                "needs resource.schools_meeting",
                open.judgement("ALONE", COUNTY).finding().reason().en());
        figures.add(ofCounty("evidence.verdict", "PAY", 1));
        figures.add(ofCounty("evidence.verdict", "CLASS", 0));
        figures.add(of("evidence.verdict", SubjectType.SCHOOL, COUNTY, null, "HINT", 1)); // of another kind of subject
        Checked decided = check(figures);
        assertEquals(PASS, decided.verdict("PAY", COUNTY));
        assertEquals(FAIL, decided.verdict("CLASS", COUNTY));
        assertEquals(NOT_ASSESSED, decided.verdict("HINT", COUNTY));
        assertTrue(decided.judgement("PAY", COUNTY).finding().reason().en().contains("judged on documents"));
    }

    @Test
    void documentsWithoutAVerdictDecideNothing() {
        List<Figure> figures = everythingInOrder();
        figures.removeIf(
                f -> f.metric().equals("assurance.pay_ratio") || f.facet().equals("PAPER"));
        figures.add(new Figure(
                "evidence.verdict",
                SubjectType.COUNTY,
                COUNTY,
                null,
                "PAY",
                new Absent("没有结论", "no verdict", Counts.NONE)));
        figures.add(of("evidence.verdict", SubjectType.COUNTY, "other", null, "PAY", 1));
        Checked check = check(figures);
        assertEquals(NOT_ASSESSED, check.verdict("PAY", COUNTY));
        assertEquals(NOT_ASSESSED, check.verdict("PAPER", COUNTY));
    }

    /** What lies in no county, a cluster say, is judged by its own rules; nothing is said of a county. */
    @Test
    void aPlaceThatIsNoCountyHasNoWhole() {
        List<Figure> figures = everythingInOrder();
        figures.removeIf(f -> f.metric().equals("count.schools"));
        figures.add(of("count.schools", SubjectType.CLUSTER, COUNTY, null, "", 2));
        Checked check = check(figures);
        assertTrue(check.judgements().stream().noneMatch(j -> j.rule().id().equals("ALL")));
        assertTrue(check.judgements().stream().noneMatch(j -> j.rule().id().equals("HINT")));
        assertEquals(PASS, check.verdict("PAY", COUNTY));
    }

    /** Resource levels and coefficients open a stage; other facets, and figures of the whole school, do not. */
    @Test
    void stagesComeFromResources() {
        List<Figure> figures = List.of(
                of("resource.level", SubjectType.STAGE_SCHOOL, "a:SENIOR", Stage.SENIOR, "R1", 5),
                of("gap.cv", SubjectType.COUNTY, COUNTY, Stage.PRIMARY, "score:math", 0.2),
                of("gap.cv", SubjectType.COUNTY, COUNTY, null, "R1", 0.2),
                of("gap.cv", SubjectType.COUNTY, COUNTY, Stage.JUNIOR, "R1", 0.2),
                of("gap.cv", SubjectType.PROVINCE, "610000", Stage.JUNIOR, "R1", 0.2));
        Checked check = check(figures);
        assertEquals(
                Set.of(Stage.JUNIOR),
                Set.copyOf(check.figures().stream()
                        .filter(f -> f.metric().equals("gap.cv_composite"))
                        .map(Figure::stage)
                        .toList()));
    }

    /** No rule of the policy speaks of the county: nothing to sum up. */
    @Test
    void aPolicyWithoutRulesIsAbsent() {
        PlaceCheck.Terms none = new PlaceCheck.Terms(Set.of(), TERMS.needs(), Map.of());
        Checked check = new Checked(PlaceCheck.of(PlaceCheck.Place.of(COUNTY), everythingInOrder(), RULES, none));
        assertEquals(NOT_ASSESSED, check.verdict("ALL", COUNTY));
        Given.absent(check.figure("rules.met", COUNTY, "mine"));
        assertEquals(PASS, check.verdict("CLEAR", COUNTY)); // 295 of 300 as they are
    }

    /** Thirteen rules fail: twelve are named, and one more. */
    @Test
    void atMostTwelveRulesAreNamed() {
        List<String> rows = new ArrayList<>();
        List<Figure> figures = new ArrayList<>(List.of(ofCounty("count.schools", "", 2)));
        for (int i = 10; i < 23; i++) {
            rows.add("X" + i + ",m" + i + ".x,COUNTY,,,>=,1,,u,2017-04-19,,ERROR,official,d,c");
            figures.add(ofCounty("m" + i + ".x", "", 0));
        }
        rows.add("ALL,rules.met,COUNTY,,mine,>=,1,,ratio,2017-04-19,,ERROR,official,d,c");
        rows.add("ALL,rules.met,PROVINCE,,mine,>=,1,,ratio,2017-04-19,,ERROR,official,d,c");
        RuleBook book = rules(rows.toArray(String[]::new));
        Set<String> ids = Set.copyOf(book.rules().stream().map(Rule::id).toList());
        PlaceCheck.Terms terms = new PlaceCheck.Terms(Set.of(), TERMS.needs(), Map.of("mine", ids));
        String reason = new Checked(PlaceCheck.of(PlaceCheck.Place.of(COUNTY), figures, book, terms))
                .judgement("ALL", COUNTY)
                .finding()
                .reason()
                .en();
        assertTrue(reason.startsWith("failed: X10; X11") && reason.endsWith("X21; and 1 more"), reason);
    }
}
