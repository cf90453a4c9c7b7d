package org.junheng.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Catalogue;
import org.junheng.Given;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Value;
import org.junheng.published.PublishedRows;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of every book at its exact standard from both sides, and the numbers of the list of indicators kept beside the project. */
class StandardsTest {
    private static final Set<String> SEVERITIES = Set.of("ERROR", "WARNING", "SIGNAL", "INFO");

    static Stream<Rule> rules() {
        return RuleBook.known().stream().flatMap(policy -> RuleBook.of(policy).rules().stream());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isJudgedExactlyAtItsStandard(Rule rule) {
        assertTrue(Catalogue.definition(rule.metric()).isPresent(), () -> rule.id() + ": no metric " + rule.metric());
        assertTrue(SEVERITIES.contains(rule.severity()), () -> rule.id() + ": " + rule.severity());
        assertEquals(
                Verdict.NOT_ASSESSED,
                rule.judge(new Absent("缺", "missing", Counts.NONE)).verdict());
        BigDecimal standard = rule.standard();
        if (standard == null) {
            assertEquals(Verdict.NOT_ASSESSED, verdict(rule, 1));
            return;
        }
        double at = standard.doubleValue();
        boolean isStrict = rule.operator() == Operator.BELOW || rule.operator() == Operator.ABOVE;
        boolean wantsLess = rule.operator() == Operator.BELOW || rule.operator() == Operator.AT_MOST;
        assertEquals(isStrict ? Verdict.FAIL : Verdict.PASS, verdict(rule, at), rule.id());
        assertEquals(wantsLess ? Verdict.PASS : Verdict.FAIL, verdict(rule, Math.nextDown(at)), rule.id());
        boolean failsAbove = wantsLess || rule.operator() == Operator.EQUAL;
        assertEquals(failsAbove ? Verdict.FAIL : Verdict.PASS, verdict(rule, Math.nextUp(at)), rule.id());
        BigDecimal upTo = rule.upTo();
        if (upTo != null) {
            assertEquals(Verdict.PASS, verdict(rule, upTo.doubleValue()), rule.id());
            assertEquals(Verdict.FAIL, verdict(rule, Math.nextUp(upTo.doubleValue())), rule.id());
        }
    }

    /** The smallest number of 300 satisfied answers that passes, and one less, by exact sums elsewhere. */
    @Test
    void sharesOfAnswersAreJudgedThreeWays() {
        List<Rule> shares =
                rules().filter(r -> Catalogue.sampled().contains(r.metric())).toList();
        assertEquals(
                Set.of("S1", "SD-02", "MOE43-03"),
                Set.copyOf(shares.stream().map(Rule::id).toList()));
        for (Rule rule : shares) {
            long passes = rule.standard().compareTo(new BigDecimal("0.9")) == 0 ? 279 : 266;
            assertEquals(Verdict.PASS, rule.judgeSample(share(passes)).verdict(), rule.id());
            assertEquals(
                    Verdict.NOT_DECIDABLE, rule.judgeSample(share(passes - 1)).verdict(), rule.id());
            assertEquals(Verdict.FAIL, rule.judgeSample(share(150)).verdict(), rule.id());
        }
    }

    /** Every one of the 32 indicators, in percent there and as a share here. */
    @Test
    void everyIndicatorOfTheListIsARuleAtItsStandard() throws IOException {
        int rows = 0;
        for (CSVRecord row : PublishedRows.of(Given.shared("policy/indicators_2017.csv"))) {
            String code = row.get("code");
            List<Rule> rules = RuleBook.of("national-2017").rules().stream()
                    .filter(r -> r.id().equals(code) && !r.severity().equals("INFO"))
                    .toList();
            assertFalse(rules.isEmpty(), code);
            for (Stage stage : List.of(Stage.PRIMARY, Stage.JUNIOR)) {
                String listed = row.get(stage == Stage.PRIMARY ? "primary_standard" : "junior_standard");
                if (listed.matches("[0-9.]+")) {
                    BigDecimal standard = row.get("unit").equals("%")
                            ? new BigDecimal(listed).movePointLeft(2)
                            : new BigDecimal(listed);
                    assertTrue(
                            rules.stream()
                                    .anyMatch(r -> isFor(r, stage) && isStandard(r, standard, row.get("operator"))),
                            () -> code + " " + stage + " " + standard);
                }
            }
            rows++;
        }
        assertEquals(34, rows);
    }

    /** "In principle" (原则上) is a warning. */
    @Test
    void whatHoldsInPrincipleIsAWarning() {
        rules().filter(r -> r.clause().contains("原则上")).forEach(r -> assertEquals("WARNING", r.severity(), r.id()));
    }

    private static boolean isFor(Rule rule, Stage stage) {
        return rule.stage() == null || rule.stage() == stage;
    }

    /** G6 is held as a ratio to what is demanded of 100 pupils. */
    private static boolean isStandard(Rule rule, BigDecimal standard, String operator) {
        BigDecimal own = rule.standard();
        boolean same = own != null
                && own.compareTo(standard) == 0
                && rule.operator().toString().equals(operator);
        return same || (rule.id().equals("G6") && own != null && own.compareTo(BigDecimal.ONE) == 0);
    }

    private static Verdict verdict(Rule rule, double value) {
        return rule.judge(Value.of(value, Counts.NONE)).verdict();
    }

    private static Value share(long satisfied) {
        return Value.ofRatio(satisfied / 300.0, satisfied, 300, new Counts(9L, null, 300L));
    }
}
