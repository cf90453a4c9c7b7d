package org.junheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junheng.rules.Clause;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The register of clauses: five dimensions, the indicators of 2012 and 2017, Yunnan, Shandong, the pilots and the alliances. */
class AnswerTest {
    static List<Answer> answers() {
        return Answer.all();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyClauseHasAMetricOrAReasonAndNotBoth(Answer answer) {
        Clause clause = answer.clause();
        assertEquals(clause.isMeasured(), !answer.metrics().isEmpty(), () -> clause.id() + " " + answer.metrics());
        assertEquals(clause.reason().zh().isBlank(), clause.reason().en().isBlank(), clause.id());
        boolean isDimension = clause.id().matches("YN-D[1-5]");
        assertEquals(isDimension, answer.rules().isEmpty(), clause.id());
        assertTrue(clause.name().zh().matches(".*[\\u4e00-\\u9fff].*"), () -> clause.id() + " has no Chinese title");
        assertTrue(clause.name().en().matches("[ -~]{5,}"), () -> clause.id() + " has no English title");
    }

    @Test
    void everyRuleIsOnOneClause() {
        for (String policy : RuleBook.known()) {
            for (Rule rule : RuleBook.of(policy).rules()) {
                long clauses = Clause.all().stream().filter(c -> c.isOf(rule)).count();
                assertEquals(1, clauses, policy + " " + rule.id());
            }
        }
    }

    @Test
    void theRegisterHoldsEveryClauseOnce() {
        List<String> ids = Clause.all().stream().map(Clause::id).toList();
        Set<String> once = new HashSet<>(ids);
        assertEquals(ids.size(), once.size());
        for (int i = 1; i <= 19; i++) {
            assertTrue(once.contains("YN-" + (i < 10 ? "0" : "") + i), "YN-" + i);
        }
        assertFalse(once.contains("YN-20"));
        assertEquals(
                34,
                ids.stream()
                        .filter(id -> id.matches("national-2017:(R[1-7]|R-SCHOOL|R-CV|G\\d+|Q\\d|S1)"))
                        .count());
    }
}
