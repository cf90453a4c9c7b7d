package org.junheng.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Figure;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a rule replaces another, what a standard reads like, and which of two figures speaks for a stage. */
class ReplacementTest {
    private static Rule rule(
            String id,
            String metric,
            SubjectType scope,
            @Nullable Stage stage,
            String facet,
            String from,
            @Nullable String to) {
        return new Rule(
                "p",
                id,
                metric,
                scope,
                stage,
                facet,
                Operator.AT_LEAST,
                BigDecimal.ONE,
                null,
                null,
                "u",
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "ERROR",
                "official",
                "d",
                "c");
    }

    private static final Rule OLD = rule("A", "m", SubjectType.COUNTY, Stage.PRIMARY, "f", "2017-01-01", null);
    private static final Rule ENDED =
            rule("A", "m", SubjectType.COUNTY, Stage.PRIMARY, "f", "2017-01-01", "2019-01-01");

    /** The same id, metric, scope, stage and facet, and a day on which both are in force; each condition fails alone. */
    @ParameterizedTest
    @CsvSource({
        "A, m, COUNTY, PRIMARY, f, 2018-01-01, , true, true",
        "B, m, COUNTY, PRIMARY, f, 2018-01-01, , false, false",
        "A, n, COUNTY, PRIMARY, f, 2018-01-01, , false, false",
        "A, m, SCHOOL, PRIMARY, f, 2018-01-01, , false, false",
        "A, m, COUNTY, JUNIOR, f, 2018-01-01, , false, false",
        "A, m, COUNTY, PRIMARY, g, 2018-01-01, , false, false",
        "A, m, COUNTY, PRIMARY, f, 2019-01-01, , true, false",
        "A, m, COUNTY, PRIMARY, f, 2016-01-01, 2017-01-01, false, false",
        "A, m, COUNTY, PRIMARY, f, 2016-01-01, 2017-01-02, true, true"
    })
    void aRuleReplacesAnotherOnTheSameFigureAtTheSameTime(
            String id,
            String metric,
            SubjectType scope,
            Stage stage,
            String facet,
            String from,
            String to,
            boolean open,
            boolean ended) {
        Rule other = rule(id, metric, scope, stage, facet, from, to);
        assertEquals(open, OLD.isReplacedBy(other));
        assertEquals(ended, ENDED.isReplacedBy(other));
    }

    @Test
    void aRuleIsInForceFromItsFirstDayToTheDayBeforeItsLast() {
        assertEquals(false, ENDED.isInForce(LocalDate.parse("2016-12-31")));
        assertEquals(true, ENDED.isInForce(LocalDate.parse("2017-01-01")));
        assertEquals(false, ENDED.isInForce(LocalDate.parse("2019-01-01")));
        assertEquals(true, OLD.isInForce(LocalDate.parse("2099-01-01")));
    }

    private static Judgement worst(Operator operator, Value... grades) {
        Rule rule = new Rule(
                "p",
                "A",
                "m",
                SubjectType.COUNTY,
                Stage.PRIMARY,
                "f",
                operator,
                new BigDecimal("0.5"),
                null,
                null,
                "u",
                LocalDate.parse("2017-01-01"),
                null,
                "ERROR",
                "official",
                "d",
                "c");
        List<Figure> figures = List.of(grades).stream()
                .map(v -> new Figure("m", SubjectType.COUNTY, "X", Stage.PRIMARY, "f", v))
                .toList();
        return new Judging(List.of(rule), Set.of(), r -> Words.NONE).of(figures).get(0);
    }

    private static Value value(double v) {
        return Value.of(v, Counts.NONE);
    }

    /** The figure nearer to failing speaks: the smaller one where more is demanded, the larger where less is. */
    @Test
    void ofFiguresWithTheSameVerdictTheWorseSpeaks() {
        assertEquals(
                Optional.of(0.6),
                worst(Operator.AT_LEAST, value(0.6), value(0.8)).finding().value());
        assertEquals(
                Optional.of(0.6),
                worst(Operator.AT_LEAST, value(0.8), value(0.6)).finding().value());
        assertEquals(
                Optional.of(0.6),
                worst(Operator.ABOVE, value(0.8), value(0.6)).finding().value());
        assertEquals(
                Optional.of(0.4),
                worst(Operator.AT_MOST, value(0.2), value(0.4)).finding().value());
        assertEquals(
                Optional.of(0.4),
                worst(Operator.AT_MOST, value(0.4), value(0.2)).finding().value());
        assertEquals(
                Verdict.FAIL,
                worst(Operator.AT_LEAST, value(0.6), value(0.3)).finding().verdict());
        assertEquals(
                Verdict.FAIL,
                worst(Operator.AT_LEAST, value(0.3), value(0.6)).finding().verdict());
    }

    @Test
    void anAnswerAboutAnotherSubjectIsNone() {
        Judging judging = new Judging(List.of(OLD), Set.of(), r -> new Words("缺", "needs"));
        Judgement other = new Judgement(
                OLD,
                SubjectType.COUNTY,
                "other",
                Stage.PRIMARY,
                "f",
                OLD.judge(new Absent("缺", "none", Counts.NONE)),
                Counts.NONE,
                Optional.empty(),
                "");
        assertEquals(
                1, judging.unanswered(SubjectType.COUNTY, "X", List.of(other)).size());
        assertEquals(
                0,
                judging.unanswered(SubjectType.COUNTY, "other", List.of(other)).size());
        assertEquals(0, judging.unanswered(SubjectType.SCHOOL, "X", List.of()).size());
    }
}
