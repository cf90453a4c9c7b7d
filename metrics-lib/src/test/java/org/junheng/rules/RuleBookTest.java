package org.junheng.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.published.PublishedRows;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {
    private static final String HEADER =
            "rule_id,metric,scope,stage,facet,operator,standard,floor,unit,from,to,severity,basis,document,clause\n";

    /** The seven standards of 教督〔2017〕6号 as printed in three independent places. */
    @ParameterizedTest
    @CsvSource({
        "R1, 4.2, 5.3",
        "R2, 1, 1",
        "R3, 0.9, 0.9",
        "R4, 4.5, 5.8",
        "R5, 7.5, 10.2",
        "R6, 2000, 2500",
        "R7, 2.3, 2.4"
    })
    void holdsTheSevenStandardsWithAFloorOfEightyFivePercent(String id, BigDecimal primary, BigDecimal junior) {
        assertStandard(primary, only(id, Stage.PRIMARY));
        assertStandard(junior, only(id, Stage.JUNIOR));
    }

    @Test
    void holdsFourteenLimitsOnTheCoefficients() {
        RuleBook book = RuleBook.of("national-2017");
        for (Stage stage : List.of(Stage.PRIMARY, Stage.JUNIOR)) {
            List<Rule> limits = book.on("gap.cv", SubjectType.COUNTY, stage);
            assertEquals(
                    List.of("R1", "R2", "R3", "R4", "R5", "R6", "R7"),
                    limits.stream().map(Rule::facet).toList());
            for (Rule limit : limits) {
                assertEquals(new BigDecimal(stage == Stage.PRIMARY ? "0.50" : "0.45"), limit.standard());
                assertEquals(Operator.AT_MOST, limit.operator());
            }
        }
        assertEquals(List.of(), book.on("gap.cv", SubjectType.COUNTY, Stage.SENIOR));
        assertEquals(List.of(), book.on("gap.cv", SubjectType.PROVINCE, Stage.PRIMARY));
    }

    /** The list of the 32 indicators with their verification, kept beside the project. */
    @Test
    void equalsTheListOfIndicators() throws IOException {
        int compared = 0;
        for (CSVRecord row : PublishedRows.of(Given.shared("policy/indicators_2017.csv"))) {
            String code = row.get("code");
            if (code.matches("R[1-7]")) {
                assertStandard(new BigDecimal(row.get("primary_standard")), only(code, Stage.PRIMARY));
                assertStandard(new BigDecimal(row.get("junior_standard")), only(code, Stage.JUNIOR));
                compared++;
            } else if (code.equals("R-CV")) {
                assertLimit(new BigDecimal(row.get("primary_standard")), Stage.PRIMARY);
                assertLimit(new BigDecimal(row.get("junior_standard")), Stage.JUNIOR);
                compared++;
            }
        }
        assertEquals(8, compared);
    }

    @Test
    void everyRowOfEveryBookIsCompleteAndSaysWhatItRestsOn() {
        for (String policy : RuleBook.known()) {
            List<Rule> rules = RuleBook.of(policy).rules();
            Set<List<Object>> keys = new HashSet<>();
            for (Rule rule : rules) {
                String at = policy + " " + rule.id();
                assertEquals(policy, rule.policy());
                assertTrue(Set.of("official", "secondary", "proposal").contains(rule.basis()), at);
                for (String text : List.of(
                        rule.id(), rule.metric(), rule.unit(), rule.severity(), rule.document(), rule.clause())) {
                    assertFalse(text.isBlank(), at);
                }
                List<Object> key = new ArrayList<>(List.of(rule.id(), rule.scope(), rule.facet(), rule.from()));
                key.add(rule.stage());
                assertTrue(keys.add(key), () -> "twice: " + at);
            }
        }
    }

    @Test
    void aRuleIsNotInForceBeforeItsDocument() {
        RuleBook book = RuleBook.of("national-2017");
        assertEquals(List.of(), book.on(LocalDate.of(2017, 4, 18)).rules());
        assertEquals(book.rules(), book.on(LocalDate.of(2017, 4, 19)).rules());
    }

    @Test
    void booksAreReadTogether() {
        RuleBook both = RuleBook.of("national-2012").and(RuleBook.of("national-2017"));
        assertEquals(
                RuleBook.of("national-2012").rules().size()
                        + RuleBook.of("national-2017").rules().size(),
                both.rules().size());
        assertEquals(List.of(), RuleBook.EMPTY.rules());
    }

    @Test
    void anEmptyStandardIsKnownToBeUnknown() throws IOException {
        Rule rule = read("X,m,COUNTY,,f,>=,,,u,2020-01-01,2021-01-01,KPI,proposal,d,c")
                .rules()
                .get(0);
        assertEquals(null, rule.standard());
        assertEquals(null, rule.stage());
        assertEquals(LocalDate.of(2021, 1, 1), rule.to());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X,m,COUNTRY,,f,>=,1,,u,2020-01-01,,KPI,proposal,d,c | COUNTRY",
                "X,m,COUNTY,,f,=>,1,,u,2020-01-01,,KPI,proposal,d,c | =>",
                "X,m,COUNTY,,f,>=,one,,u,2020-01-01,,KPI,proposal,d,c | row 2",
                "X,m,COUNTY,,f,>=,1,,u,2020-13-01,,KPI,proposal,d,c | 2020-13-01",
                "X,m,COUNTY,PRIMAR,f,>=,1,,u,2020-01-01,,KPI,proposal,d,c | PRIMAR",
            })
    void aBadRowIsRefusedByItsNumberAndWhatIsWrong(String row, String named) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read(row));
        assertTrue(e.getMessage().startsWith("rule book mine, row 2: "), e.getMessage());
        assertTrue(e.getMessage().contains(named), e.getMessage());
    }

    @Test
    void anUnknownPolicyIsRefusedAndTheKnownAreNamed() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> RuleBook.of("national-2016"));
        assertTrue(e.getMessage().contains("national-2016") && e.getMessage().contains("national-2017"));
        assertThrows(IllegalArgumentException.class, () -> RuleBook.of("../rulebooks/national-2017"));
    }

    private static RuleBook read(String row) throws IOException {
        return RuleBook.read("mine", new StringReader(HEADER + row + "\n"));
    }

    private static Rule only(String id, Stage stage) {
        List<Rule> rules = RuleBook.of("national-2017").on("resource.level", SubjectType.STAGE_SCHOOL, stage).stream()
                .filter(r -> r.id().equals(id))
                .toList();
        assertEquals(1, rules.size());
        return rules.get(0);
    }

    private static void assertStandard(BigDecimal standard, Rule rule) {
        assertNotNull(rule.standard());
        assertEquals(0, standard.compareTo(rule.standard()), rule.id());
        assertEquals(new BigDecimal("0.85"), rule.floor());
        assertEquals(Operator.AT_LEAST, rule.operator());
        assertEquals(rule.id(), rule.facet());
    }

    private static void assertLimit(BigDecimal limit, Stage stage) {
        RuleBook.of("national-2017")
                .on("gap.cv", SubjectType.COUNTY, stage)
                .forEach(r -> assertEquals(0, limit.compareTo(r.standard())));
    }

    /** A province that raises R1 for primary schools changes this rule and no other. */
    @Test
    void aLaterBookReplacesTheRuleOnTheSameFigure() throws IOException {
        RuleBook raised = RuleBook.read(
                "own",
                new StringReader(HEADER
                        + "R1,resource.level,STAGE_SCHOOL,PRIMARY,R1,>=,5,0.85,,2017-04-19,,ERROR,official,own,R1\n"));
        RuleBook national = RuleBook.of("national-2017");
        RuleBook both = national.and(raised);
        assertEquals(national.rules().size(), both.rules().size());
        List<Rule> r1 = both.on("resource.level", SubjectType.STAGE_SCHOOL, Stage.PRIMARY).stream()
                .filter(r -> r.facet().equals("R1"))
                .toList();
        assertEquals(
                List.of(new BigDecimal("5")), r1.stream().map(Rule::standard).toList());
    }
}
