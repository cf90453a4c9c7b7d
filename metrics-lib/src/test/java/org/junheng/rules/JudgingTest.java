package org.junheng.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Figure;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class JudgingTest {
    private static final String HEADER =
            "rule_id,metric,scope,stage,facet,operator,standard,floor,unit,from,to,severity,basis,document,clause\n";

    @Test
    void aRuleJudgesTheFiguresOfItsMetricScopeStageAndFacetAndNoOther() {
        Judging judging = judging("X,m,COUNTY,PRIMARY,f,>=,1,,u,2020-01-01,,ERROR,official,d,c");
        List<Judgement> found = judging.of(List.of(
                figure("m", "A", Stage.PRIMARY, "f", 1),
                figure("m", "B", Stage.PRIMARY, "f", 0.9),
                figure("m", "A", Stage.JUNIOR, "f", 1),
                figure("m", "A", Stage.PRIMARY, "g", 1),
                figure("n", "A", Stage.PRIMARY, "f", 1),
                new Figure("m", SubjectType.SCHOOL, "A", Stage.PRIMARY, "f", Value.of(1, Counts.NONE))));
        assertEquals(List.of("A PASS", "B FAIL"), says(found));
    }

    @Test
    void aStarStandsForAnyFacetOfItsKind() {
        Judging judging = judging("X,m,COUNTY,,score:*|TOWN,<,0.15,,u,2020-01-01,,ERROR,official,d,c");
        assertEquals(
                List.of("A PASS", "A FAIL"),
                says(judging.of(List.of(
                                figure("m", "A", null, "score:math|TOWN", -0.2),
                                figure("m", "A", null, "score:chinese|TOWN", 0.15),
                                figure("m", "A", null, "score:math|URBAN", 0.9),
                                figure("m", "A", null, "score:|TOWN", 0.9),
                                figure("m", "A", null, "score:a:b|TOWN", 0.9))))
                        .stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void theWorstGradeOfAStageDecides() {
        Judging judging = judging("X,m,COUNTY,PRIMARY,f,<,0.15,,u,2020-01-01,,ERROR,official,d,c");
        Judgement worst = judging.of(List.of(
                        figure("m", "A", Stage.PRIMARY, "f", 0.1),
                        figure("m", "A", Stage.PRIMARY, "f", 0.3),
                        figure("m", "A", Stage.PRIMARY, "f", 0.2)))
                .get(0);
        assertEquals(Verdict.FAIL, worst.finding().verdict());
        assertEquals(0.3, worst.finding().value().orElseThrow());
    }

    @Test
    void aRuleWithoutAStageSpeaksOfTheWholeAndOfStagesOnlyWhereThereIsNoWhole() {
        Judging judging = judging("X,m,COUNTY,,f,>=,1,,u,2020-01-01,,ERROR,official,d,c");
        Figure whole = figure("m", "A", null, "f", 2);
        Figure primary = figure("m", "A", Stage.PRIMARY, "f", 0);
        assertEquals(List.of("A PASS"), says(judging.of(List.of(whole, primary))));
        assertEquals(List.of("A FAIL"), says(judging.of(List.of(primary))));
    }

    @Test
    void aRangeIncludesBothItsEnds() {
        Judging judging = judging("X,m,COUNTY,,f,in,3..6,,u,2020-01-01,,ERROR,official,d,c");
        assertEquals("3..6", judging.rules().get(0).standardText());
        for (double inside : new double[] {3, 4.5, 6}) {
            assertEquals(List.of("A PASS"), says(judging.of(List.of(figure("m", "A", null, "f", inside)))));
        }
        for (double outside : new double[] {Math.nextDown(3.0), Math.nextUp(6.0)}) {
            assertEquals(List.of("A FAIL"), says(judging.of(List.of(figure("m", "A", null, "f", outside)))));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> judging("X,m,COUNTY,,f,>=,3..6,,u,2020-01-01,,ERROR,official,d,c"));
        assertThrows(
                IllegalArgumentException.class, () -> judging("X,m,COUNTY,,f,in,3,,u,2020-01-01,,ERROR,official,d,c"));
    }

    @Test
    void aShareOfAnswersIsJudgedThreeWays() {
        Value share = Value.ofRatio(278.0 / 300, 278, 300, new Counts(9L, null, 300L));
        Figure rate = new Figure("satisfaction.rate", SubjectType.COUNTY, "A", null, "f", share);
        assertEquals(
                List.of("A NOT_DECIDABLE"),
                says(judging("X,satisfaction.rate,COUNTY,,f,>=,0.90,,u,2020-01-01,,ERROR,official,d,c")
                        .of(List.of(rate))));
    }

    @Test
    void aRuleThatNoFigureAnswersIsNotAssessedAndSaysWhatIsMissing() {
        Judging judging = judging("X,m,COUNTY,JUNIOR,f,>=,1,,u,2020-01-01,,ERROR,official,d,c");
        Judgement open = judging.unanswered(SubjectType.COUNTY, "A", List.of()).get(0);
        assertEquals(Verdict.NOT_ASSESSED, open.finding().verdict());
        assertEquals(Stage.JUNIOR, open.stage());
        assertTrue(open.finding().reason().en().contains("needs m"));
        assertEquals(List.of(), judging.unanswered(SubjectType.CLUSTER, "A", List.of()));
        List<Judgement> answered = judging.of(List.of(
                new Figure("m", SubjectType.COUNTY, "A", Stage.JUNIOR, "f", new Absent("缺", "missing", Counts.NONE))));
        assertEquals(List.of(), judging.unanswered(SubjectType.COUNTY, "A", answered));
        assertFalse(judging.unanswered(SubjectType.COUNTY, "B", answered).isEmpty());
    }

    private static Judging judging(String row) {
        try {
            return new Judging(
                    RuleBook.read("mine", new StringReader(HEADER + row + "\n")).rules(),
                    Set.of("satisfaction.rate"),
                    rule -> new Words("需要" + rule.metric(), "needs " + rule.metric()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Figure figure(String metric, String subject, Stage stage, String facet, double value) {
        return new Figure(metric, SubjectType.COUNTY, subject, stage, facet, Value.of(value, Counts.NONE));
    }

    private static List<String> says(List<Judgement> judgements) {
        return judgements.stream()
                .map(j -> j.subject() + " " + j.finding().verdict())
                .toList();
    }
}
