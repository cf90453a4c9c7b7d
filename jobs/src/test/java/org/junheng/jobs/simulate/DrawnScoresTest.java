package org.junheng.jobs.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnScoresTest {
    @TempDir
    static Path folder;

    private static DrawnDelivery drawn;

    @BeforeAll
    static void draw() throws IOException {
        drawn = DrawnDelivery.in(folder.resolve("province"));
    }

    /** Counted once more from the delivered scores, in plain floating point. */
    @Test
    void schoolScoresOfTheCohortAreTheAggregatesOfItsPupils() {
        Map<String, SummaryStatistics> exams = new TreeMap<>();
        for (Map<String, String> row : drawn.usable("pupil_scores")) {
            if (!Set.of("", "-1").contains(row.get("score"))) {
                exams.computeIfAbsent(exam(row), e -> new SummaryStatistics())
                        .addValue(Double.parseDouble(row.get("score")));
            }
        }
        int compared = 0;
        for (Map<String, String> row : drawn.usable("school_scores")) {
            SummaryStatistics pupils = exams.remove(exam(row));
            if (pupils != null) {
                compared++;
                assertEquals(pupils.getN(), Long.parseLong(row.get("tested_count")));
                assertEquals(pupils.getMean(), Double.parseDouble(row.get("mean_score")), 1e-6);
                if (pupils.getN() > 1) {
                    assertEquals(pupils.getStandardDeviation(), Double.parseDouble(row.get("sd_score")), 1e-6);
                }
            }
        }
        assertTrue(exams.isEmpty(), "an exam without its row: " + exams.keySet());
        assertTrue(compared > 400);
    }

    @Test
    void thirtyPercentOfTheProvinceAreInTheLowestThirtyPercent() {
        double low = 0;
        double all = 0;
        for (Map<String, String> row : drawn.usable("school_scores")) {
            if (row.get("grade").equals("9")
                    && row.get("year").equals("" + DrawnDelivery.PLAN.lastYear())
                    && row.get("subject").equals("math")) {
                double n = Double.parseDouble(row.get("tested_count"));
                low += Math.rint(n * Double.parseDouble(row.get("bottom30_share")));
                all += n;
            }
        }
        assertEquals(0.3, low / all, 0.002);
    }

    @Test
    void deliveredScoresFollowTheDeliveredTruth() {
        Map<String, Double> term = new TreeMap<>();
        drawn.truth("variance_components")
                .rows()
                .forEach(r -> term.put(r.get("subject") + r.get("term"), Delivered.number(r, "value")));
        Map<String, Double> effect = new TreeMap<>();
        drawn.truth("value_added")
                .rows()
                .forEach(r -> effect.put(r.get("subject") + r.get("school_code"), Delivered.number(r, "effect")));
        Map<String, String> sex = new TreeMap<>();
        drawn.data("pupils").rows().forEach(r -> sex.put(r.get("pupil_id"), r.get("sex")));
        Map<String, Double> prior = new TreeMap<>();
        SummaryStatistics noise = new SummaryStatistics();
        for (Map<String, String> row : drawn.usable("pupil_scores")) {
            String subject = row.get("subject");
            String pupil = row.get("pupil_id") + subject;
            boolean sat = !Set.of("", "-1").contains(row.get("score"));
            if (row.get("grade").equals("6") && sat) {
                prior.put(pupil, Delivered.number(row, "score"));
            } else if (sat && prior.containsKey(pupil)) {
                double e = Delivered.number(row, "score")
                        - term.get(subject + "intercept")
                        - term.get(subject + "prior_" + DrawnDelivery.PLAN.priorYear() + "_6") * prior.get(pupil)
                        - (sex.get(row.get("pupil_id")).equals("M") ? term.get(subject + "sex=M") : 0)
                        - effect.get(subject + row.get("school_code"));
                noise.addValue(e / Math.sqrt(term.get(subject + "sigma2_pupil")));
            }
        }
        assertTrue(noise.getN() > 5500);
        assertEquals(0, noise.getMean(), 4 / Math.sqrt((double) noise.getN()));
        assertEquals(1, noise.getVariance(), 4 * Math.sqrt(2.0 / noise.getN()));
    }

    private static String exam(Map<String, String> row) {
        return String.join("|", row.get("school_code"), row.get("year"), row.get("grade"), row.get("subject"));
    }
}
