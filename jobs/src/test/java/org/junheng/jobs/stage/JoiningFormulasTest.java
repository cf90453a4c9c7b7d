package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.table.ImpactEstimates;
import org.junheng.rules.RuleBook;
import org.junit.jupiter.api.Test;

/**
 * The effects of a small drawn province by the formulas of the papers, computed by an R script that shares nothing with the program
 * ({@code joining/joining.R}, on R 4.2's lm.fit and glm.fit): 22 blocks that mix comparison, estimator, panel, covariates, error clusters,
 * anticipation, base period, population, exam day, types and role; schools that left, that are in two clusters, that changed their code, that
 * lack scores or covariates, and a class that nobody of a cohort is in.
 */
class JoiningFormulasTest {
    private static final Path FOLDER = Path.of("src/test/resources/joining");
    private static final double TOLERANCE = 2e-7; // of an R logit whose likelihood has no maximum; elsewhere 1e-12

    @Test
    void everyCombinationOfTheConfigurationGivesTheNumbersOfThePapers() throws IOException {
        Evaluation asked = EvaluationReader.read(FOLDER.resolve("evaluation.yaml"), RuleBook.known());
        List<ImpactEstimates> found = Impact.of(
                        ExamTables.tables(DeliveredCsv.tables(FOLDER)),
                        asked.years(),
                        asked.impact(),
                        asked.disclosure(),
                        asked.seed(),
                        Modelled.NOTHING)
                .impactEstimates();
        Map<String, ImpactEstimates> byKey = new TreeMap<>();
        found.stream().filter(e -> e.estimate() != null).forEach(e -> byKey.put(key(e), e));
        List<CSVRecord> expected = records(FOLDER.resolve("expected.csv"));
        for (CSVRecord row : expected) {
            String key = String.join(
                    "|",
                    row.get("model_id"),
                    row.get("facet"),
                    row.get("subject_id"),
                    row.get("year"),
                    row.get("term"));
            ImpactEstimates is = byKey.remove(key);
            assertNotNull(is, key);
            near(row.get("estimate"), is.estimate(), key);
            near(row.get("se"), is.se(), key + " se");
            assertEquals(row.get("n_treated"), String.valueOf(is.nTreated()), key);
        }
        assertEquals(Map.of(), byKey);
        assertEquals(850, expected.size());
    }

    private static void near(String expected, Double found, String what) {
        double should = Double.parseDouble(expected);
        if (found == null) {
            assertEquals(0, should, 1e-12, what); // one unit on either side: no error to speak of
        } else {
            assertEquals(should, found, TOLERANCE * Math.abs(should) + 1e-12, what);
        }
    }

    private static String key(ImpactEstimates e) {
        boolean isCell = e.aggregation().equals("group_time");
        return String.join(
                "|",
                e.impactId(),
                e.aggregation(),
                Objects.toString(e.cohort(), ""),
                Objects.toString(e.year(), ""),
                isCell ? "" : Objects.toString(e.eventTime(), ""));
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        try (var parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file))) {
            return parser.getRecords();
        }
    }
}
