package org.junheng.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.valueadded.GrowthCohort;
import org.junheng.valueadded.GrowthCurves;
import org.junheng.valueadded.GrowthDesign;
import org.junit.jupiter.api.Test;

/**
 * Growth percentiles of 4,156 pupils (SGPdata, mathematics, grades 3 to 5) against quantreg 5.94 and, pupil by pupil, the SGP package: case f1
 * of the reference material.
 */
class GrowthPercentilesTest {
    private static final String CASE = "reference/cases/f1_sgp_sgpdata/";
    private static final String SCORES = "reference/deliveries/f1_sgp_growth/data/pupil_scores.csv";

    @Test
    void equalsQuantregAndTheSgpPackage() throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(CASE + "expected.json"));
        Map<String, String> knots = FlatJson.of(Given.shared(CASE + "knots.json"));
        List<CSVRecord> pupils = PublishedRows.of(Given.shared(CASE + "pupil_sgp.csv"));
        Map<String, double[]> scores = scores(Given.shared(SCORES));
        GrowthCohort cohort = new GrowthCohort(2);
        scores.values().forEach(cohort::add);
        for (int order = 1; order <= 2; order++) {
            GrowthDesign design = GrowthDesign.of(cohort, order);
            requireKnots(design, order, knots);
            List<List<Double>> curves = new ArrayList<>();
            for (int q = 0; q < GrowthCurves.QUANTILES; q++) {
                double[] curve = design.curve(q);
                double loss = Double.parseDouble(expected.get("order" + order + ".min_check_loss." + q));
                assertEquals(loss, design.lossOf(curve, q), 1e-9 * loss, "order " + order + ", curve " + q);
                curves.add(Arrays.stream(curve).boxed().toList());
            }
            requirePercentiles(new GrowthCurves(design.knots(), curves).reader(), order, pupils, scores);
        }
    }

    private static void requireKnots(GrowthDesign design, int order, Map<String, String> knots) {
        String exam = order == 1 ? "grade4_year2" : "grade3_year1";
        List<Double> found = design.knots().get(order - 1);
        assertEquals(Double.parseDouble(knots.get(exam + ".boundary.0")), found.get(0));
        for (int i = 0; i < 4; i++) {
            assertEquals(Double.parseDouble(knots.get(exam + ".knots." + i)), found.get(i + 1));
        }
        assertEquals(Double.parseDouble(knots.get(exam + ".boundary.1")), found.get(5));
    }

    private static void requirePercentiles(
            GrowthCurves.Reader reader, int order, List<CSVRecord> pupils, Map<String, double[]> scores) {
        int compared = 0;
        int equal = 0;
        for (CSVRecord pupil : pupils) {
            String expected = pupil.get("sgp_order" + order);
            if (!expected.isEmpty() && !expected.equals("NA")) {
                int found = reader.percentile(scores.get(pupil.get("ID")));
                assertTrue(Math.abs(found - Integer.parseInt(expected)) <= 1, pupil + " found " + found);
                compared++;
                equal += found == Integer.parseInt(expected) ? 1 : 0;
            }
        }
        System.out.println("growth percentiles of order " + order + ": " + equal + " of " + compared + " equal");
        assertEquals(order == 1 ? 4156 : 3753, compared);
        assertTrue(equal >= 0.99 * compared);
    }

    /** Outcome, newest prior, prior before it; NaN where a score is missing. */
    private static Map<String, double[]> scores(Path file) throws IOException {
        Map<String, double[]> scores = new HashMap<>();
        for (CSVRecord row : PublishedRows.of(file)) {
            if (row.get("subject").equals("mathematics") && !row.get("score").isEmpty()) {
                int at = 5 - Integer.parseInt(row.get("grade"));
                scores.computeIfAbsent(row.get("pupil_id"), p -> new double[] {Double.NaN, Double.NaN, Double.NaN})[
                                at] =
                        PublishedRows.number(row, "score");
            }
        }
        return scores;
    }
}
