package org.junheng.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

    @ParameterizedTest
    @CsvSource({
        ">=, 0.9, PASS",
        ">=, 0.8999999999999999, FAIL",
        "<=, 0.9, PASS",
        "<=, 0.9000000000000001, FAIL",
        "<, 0.9, FAIL",
        "<, 0.8999999999999999, PASS",
        ">, 0.9, FAIL",
        ">, 0.9000000000000001, PASS",
        "=, 0.9, PASS",
        "=, 0.8999999999999999, FAIL",
        "=, 0.9000000000000001, FAIL"
    })
    void comparesUnroundedAndByTheOperator(String operator, double value, Verdict verdict) {
        assertEquals(verdict, rule(operator, "0.9").judge(of(value)).verdict());
    }

    /** 0.501787 prints as 0.50. */
    @Test
    void saysWhatPassesOnlyWhenRounded() {
        assertTrue(rule("<=", "0.50").judge(of(0.501787)).passesOnlyRounded());
        assertTrue(rule("<=", "0.50").judge(of(0.504999)).passesOnlyRounded());
        assertFalse(rule("<=", "0.50").judge(of(0.505)).passesOnlyRounded());
        assertFalse(rule("<=", "0.50").judge(of(0.5)).passesOnlyRounded());
        assertTrue(rule(">=", "0.9").judge(of(0.8999999999999999)).passesOnlyRounded());
    }

    @Test
    void anAbsentFigureIsNotAssessedWithItsReason() {
        Rule.Finding finding = rule(">=", "0").judge(new Absent("缺", "not reported", Counts.NONE));
        assertEquals(
                new Rule.Finding(Verdict.NOT_ASSESSED, Optional.empty(), false, new Words("缺", "not reported")),
                finding);
    }

    @Test
    void anUnknownStandardJudgesNothing() {
        Rule unknown = rule(">=", null);
        assertEquals(Verdict.NOT_ASSESSED, unknown.judge(of(99)).verdict());
        assertFalse(unknown.judge(of(99)).reason().en().isEmpty());
        assertFalse(unknown.reachesFloor(99));
    }

    @Test
    void theFloorIsAShareOfTheStandardAndIsReachedExactly() {
        Rule rule = RuleBook.of("national-2017").rules().get(0);
        assertEquals(new BigDecimal("4.2"), rule.standard());
        assertTrue(rule.reachesFloor(3.57));
        assertFalse(rule.reachesFloor(Math.nextDown(3.57)));
        assertFalse(rule(">=", "4.2").reachesFloor(4.1), "a rule without a floor allows no exception");
    }

    @Test
    void isInForceFromADayUntilTheDayBeforeAnother() {
        LocalDate from = LocalDate.of(2017, 4, 19);
        LocalDate to = LocalDate.of(2027, 1, 1);
        Rule rule = new Rule(
                "p",
                "R",
                "m",
                SubjectType.COUNTY,
                null,
                "",
                Operator.AT_LEAST,
                null,
                null,
                null,
                "",
                from,
                to,
                "",
                "",
                "",
                "");
        assertFalse(rule.isInForce(from.minusDays(1)));
        assertTrue(rule.isInForce(from));
        assertTrue(rule.isInForce(to.minusDays(1)));
        assertFalse(rule.isInForce(to));
    }

    @Test
    void anUnknownOperatorIsRefused() {
        for (Operator operator : Operator.values()) {
            assertEquals(operator, Operator.of(operator.toString()));
        }
        assertThrows(IllegalArgumentException.class, () -> Operator.of("=>"));
    }

    private static Outcome of(double value) {
        return Value.of(value, Counts.NONE);
    }

    private static Rule rule(String operator, String standard) {
        return new Rule(
                "p",
                "R",
                "m",
                SubjectType.COUNTY,
                null,
                "",
                Operator.of(operator),
                standard == null ? null : new BigDecimal(standard),
                null,
                null,
                "",
                LocalDate.EPOCH,
                null,
                "",
                "",
                "",
                "");
    }
}
