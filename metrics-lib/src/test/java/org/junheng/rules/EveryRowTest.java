package org.junheng.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.published.PublishedRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The 34 indicators of 2017 and the 41 rules of provinces and alliances, a test each: every standard of the row is a rule, is judged at the exact
 * standard from both sides, and neither passes nor fails for lack of data or with nothing below the line. The rows ({@code rules/every_row.csv})
 * are read from the texts, not from the books.
 */
class EveryRowTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/rules/every_row.csv", numLinesToSkip = 1)
    void isJudgedAtItsExactStandard(String list, String row, String policy, String ids, String standards) {
        List<Rule> rules = rules(policy, ids);
        assertFalse(rules.isEmpty(), list + " " + row);
        assertEquals(
                new TreeSet<>(List.of(standards.split(";"))),
                rules.stream()
                        .map(r -> r.operator() + " " + r.standardText())
                        .collect(Collectors.toCollection(TreeSet::new)),
                row);
        for (Rule rule : rules) {
            BigDecimal standard = rule.standard();
            double at = standard.doubleValue();
            double to = rule.upTo() == null ? at : rule.upTo().doubleValue();
            String sides = verdict(rule, Math.nextDown(at)) + " " + verdict(rule, at) + " "
                    + verdict(rule, Math.nextUp(at)) + " " + verdict(rule, to) + " " + verdict(rule, Math.nextUp(to));
            assertEquals(expected(rule), sides, row + " " + rule.metric() + " " + rule.facet());
        }
    }

    private static String expected(Rule rule) {
        return switch (rule.operator()) {
            case AT_LEAST -> "FAIL PASS PASS PASS PASS";
            case AT_MOST -> "PASS PASS FAIL PASS FAIL";
            case ABOVE -> "FAIL FAIL PASS FAIL PASS";
            case BELOW -> "PASS FAIL FAIL FAIL FAIL";
            case EQUAL -> "FAIL PASS FAIL PASS FAIL";
            case WITHIN -> "FAIL PASS PASS PASS FAIL";
        };
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/rules/every_row.csv", numLinesToSkip = 1)
    void isNotAssessedWithoutItsFigure(String list, String row, String policy, String ids) {
        for (Rule rule : rules(policy, ids)) {
            Rule.Finding found = rule.judge(new Absent("缺少数据", "missing", Counts.NONE));
            assertEquals(Verdict.NOT_ASSESSED, found.verdict(), list + " " + row);
            assertEquals("missing", found.reason().en());
            assertTrue(found.value().isEmpty());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/rules/every_row.csv", numLinesToSkip = 1)
    void isNotAssessedWithNothingBelowTheLine(String list, String row, String policy, String ids) {
        for (Rule rule : rules(policy, ids)) {
            Outcome outcome = rule.metric().equals("evidence.verdict")
                    ? ZeroDenominators.undecided()
                    : ZeroDenominators.WITHOUT.contains(rule.metric()) ? null : ZeroDenominators.of(rule.metric());
            if (outcome != null) {
                Given.absent(outcome);
                assertEquals(
                        Verdict.NOT_ASSESSED,
                        rule.judgeSample(outcome).verdict(),
                        list + " " + row + " " + rule.metric());
            }
        }
    }

    /** What 教督〔2012〕3号 adds, and the rows that only some books hold, go the same way. */
    @Test
    void everyMetricOfARuleIsAskedAboutItsDenominator() {
        Set<String> metrics = RuleBook.known().stream()
                .flatMap(policy -> RuleBook.of(policy).rules().stream())
                .map(Rule::metric)
                .filter(metric -> !metric.equals("gap.cv_composite"))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String metric : metrics) {
            if (!ZeroDenominators.WITHOUT.contains(metric)) {
                Given.absent(ZeroDenominators.of(metric));
            }
        }
    }

    static List<String> lists() {
        return List.of("indicators_2017", "checkable_rules");
    }

    /** Where the lists lie beside the project: no row is forgotten and none made up. */
    @ParameterizedTest
    @MethodSource("lists")
    void theRowsAreThoseOfTheList(String list) throws IOException {
        List<String> ours = new ArrayList<>();
        try (Reader text = new InputStreamReader(
                EveryRowTest.class.getResourceAsStream("/rules/every_row.csv"), StandardCharsets.UTF_8)) {
            for (CSVRecord row : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(text)) {
                if (row.get("list").equals(list)) {
                    ours.add(row.get("row"));
                }
            }
        }
        List<String> theirs = new ArrayList<>();
        for (CSVRecord row : PublishedRows.of(Given.shared("policy/" + list + ".csv"))) {
            theirs.add(row.isMapped("code") ? row.get("code") : row.get("rule_id"));
        }
        assertEquals(theirs, ours);
    }

    private static List<Rule> rules(String policy, String ids) {
        Set<String> wanted = Set.of(ids.split(";"));
        return RuleBook.of(policy).rules().stream()
                .filter(r -> wanted.contains(r.id()))
                .filter(r -> !(r.severity().equals("INFO") && r.basis().equals("proposal")))
                .toList();
    }

    private static Verdict verdict(Rule rule, double value) {
        return rule.judge(Value.of(value, Counts.NONE)).verdict();
    }
}
