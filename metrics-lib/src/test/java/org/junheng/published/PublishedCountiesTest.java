package org.junheng.published;

import static org.junheng.published.PublishedRows.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.balance.CountyCheck;
import org.junheng.gap.CoefficientOfVariation;
import org.junheng.gap.CompositeCv;
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

/** Coefficients that counties have published, through the composite and through the rule books. */
class PublishedCountiesTest {
    /** Columns of the seven resources after the first. */
    private static final int SEVEN = 7;

    /** Two equal schools at mean - S and mean + S have just that mean and that S. */
    @Test
    void everyCoefficientOfJiujiangIsItsDeviationOverItsMean() throws IOException {
        List<CSVRecord> rows = PublishedRows.of("jiujiang_2023_primary");
        for (int i = 1; i <= SEVEN; i++) {
            double mean = Double.parseDouble(rows.get(0).get(i));
            double deviation = Double.parseDouble(rows.get(1).get(i));
            Outcome cv = new CoefficientOfVariation()
                    .of(Given.county(
                            Given.school("a", mean - deviation, 1.0), Given.school("b", mean + deviation, 1.0)));
            assertEquals(Double.parseDouble(rows.get(2).get(i)), Given.value(cv).value(), 5e-7, "R" + i);
        }
    }

    @Test
    void theCompositeOfJiujiangIsTheMeanOfTheSeven() throws IOException {
        CSVRecord row = PublishedRows.of("jiujiang_2023_primary").get(2);
        CountyCheck.Result check = check("340207", Stage.PRIMARY, coefficients(row, "R", 1, SEVEN), "national-2017");
        Outcome composite = figure(check, "gap.cv_composite", "R1-R7");
        assertEquals(number(row, "composite"), Given.value(composite).value(), 5e-7);
        assertEquals(0.367503, Given.value(composite).value(), 5e-7);
    }

    /** 0.501787 is above 0.50 and prints as 0.50. */
    @Test
    void theBackboneTeachersOfJiujiangFailUnroundedAndPassOnlyRounded() throws IOException {
        CSVRecord row = PublishedRows.of("jiujiang_2023_primary").get(2);
        CountyCheck.Result check = check("340207", Stage.PRIMARY, coefficients(row, "R", 1, SEVEN), "national-2017");
        SortedMap<String, Judgement> rules = judged(check, "R-CV");
        assertEquals(SEVEN, rules.size());
        rules.forEach((facet, judgement) -> {
            boolean backbone = facet.equals("R2");
            assertEquals(
                    backbone ? Verdict.FAIL : Verdict.PASS, judgement.finding().verdict(), facet);
            assertEquals(backbone, judgement.finding().passesOnlyRounded(), facet);
        });
        assertEquals(0.501787, rules.get("R2").finding().value().orElseThrow());
    }

    @Test
    void twelveOfTheFourteenCoefficientsOfNingguoFailAndOnlyEquipmentPassesInBothStages() throws IOException {
        int failed = 0;
        for (CSVRecord row : PublishedRows.of("ningguo_2022")) {
            Stage stage = stage(row);
            SortedMap<String, Judgement> rules =
                    judged(check("341881", stage, coefficients(row, "R", 1, SEVEN), "national-2017"), "R-CV");
            assertEquals(SEVEN, rules.size());
            for (Judgement judgement : rules.values()) {
                boolean passes = judgement.finding().verdict() == Verdict.PASS;
                assertEquals(judgement.facet().equals("R6"), passes, stage + " " + judgement.facet());
                assertFalse(judgement.finding().passesOnlyRounded(), stage + " " + judgement.facet());
                failed += passes ? 0 : 1;
            }
        }
        assertEquals(12, failed);
    }

    /** Yongchuan, primary stage: the mean of its eight is 0.56275, published as 0.562. */
    @Test
    void twentyTwoOfTwentyThreeCompositesEqualThePublishedOnes() throws IOException {
        List<String> different = new ArrayList<>();
        List<CSVRecord> rows = PublishedRows.of("basic_balance_23_rows");
        assertEquals(23, rows.size());
        for (CSVRecord row : rows) {
            double composite = Given.value(new CompositeCv()
                            .of(List.copyOf(coefficients(row, "B", 11, 8).values())))
                    .value();
            BigDecimal printed = BigDecimal.valueOf(composite).setScale(3, RoundingMode.HALF_UP);
            if (printed.compareTo(new BigDecimal(row.get("composite_published"))) != 0) {
                different.add(row.get("county") + row.get("stage") + composite);
            }
        }
        assertEquals(List.of("永川区小学0.56275"), different);
    }

    @Test
    void everyPublishedBasicBalancePassesTheLimitOfItsStage() throws IOException {
        for (CSVRecord row : PublishedRows.of("basic_balance_23_rows")) {
            CountyCheck.Result check =
                    check(row.get("county"), stage(row), coefficients(row, "B", 11, 8), "national-2012");
            Judgement judgement = judged(check, "B-COMPOSITE").get("B1-B8");
            assertEquals(Verdict.PASS, judgement.finding().verdict(), row.get("county"));
            assertEquals(
                    stage(row) == Stage.PRIMARY ? new BigDecimal("0.65") : new BigDecimal("0.55"),
                    judgement.rule().standard());
        }
    }

    /** The primary row of Luyang, 0.592, would fail as a junior school row. */
    @Test
    void theTwoStagesHaveTheirOwnLimits() throws IOException {
        CSVRecord luyang = PublishedRows.of("basic_balance_23_rows").get(0);
        SortedMap<String, Outcome> eight = coefficients(luyang, "B", 11, 8);
        assertEquals("合肥市庐阳区", luyang.get("county"));
        assertEquals(Verdict.PASS, composite(Stage.PRIMARY, eight));
        assertEquals(Verdict.FAIL, composite(Stage.JUNIOR, eight));
        assertTrue(judged(check("340103", Stage.SENIOR, eight, "national-2012"), "B-COMPOSITE")
                .isEmpty());
    }

    private static Verdict composite(Stage stage, SortedMap<String, Outcome> eight) {
        return judged(check("340103", stage, eight, "national-2012"), "B-COMPOSITE")
                .get("B1-B8")
                .finding()
                .verdict();
    }

    private static SortedMap<String, Outcome> coefficients(CSVRecord row, String letter, int first, int count) {
        SortedMap<String, Outcome> coefficients = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            double cv = Double.parseDouble(row.get(first + i));
            coefficients.put(letter + (i + 1), Value.of(cv, Counts.ofSchools(20)));
        }
        return coefficients;
    }

    private static CountyCheck.Result check(
            String county, Stage stage, SortedMap<String, Outcome> coefficients, String policy) {
        List<Figure> measured = new ArrayList<>();
        coefficients.forEach(
                (facet, cv) -> measured.add(new Figure("gap.cv", SubjectType.COUNTY, county, stage, facet, cv)));
        return CountyCheck.of(county, stage, measured, RuleBook.of(policy));
    }

    private static SortedMap<String, Judgement> judged(CountyCheck.Result check, String rule) {
        SortedMap<String, Judgement> judgements = new TreeMap<>();
        check.judgements().stream()
                .filter(j -> j.rule().id().equals(rule))
                .forEach(j -> assertEquals(null, judgements.put(j.facet(), j)));
        return judgements;
    }

    private static Outcome figure(CountyCheck.Result check, String metric, String facet) {
        return check.figures().stream()
                .filter(f -> f.metric().equals(metric) && f.facet().equals(facet))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static Stage stage(CSVRecord row) {
        return row.get("stage").equals("小学") ? Stage.PRIMARY : Stage.JUNIOR;
    }
}
