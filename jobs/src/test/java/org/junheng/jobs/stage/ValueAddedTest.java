package org.junheng.jobs.stage;

import static org.junheng.jobs.stage.ExamTables.BALANCED;
import static org.junheng.jobs.stage.ExamTables.OUTCOME;
import static org.junheng.jobs.stage.ExamTables.PRIOR;
import static org.junheng.jobs.stage.ExamTables.block;
import static org.junheng.jobs.stage.ExamTables.fit;
import static org.junheng.jobs.stage.ExamTables.mean;
import static org.junheng.jobs.stage.ExamTables.measure;
import static org.junheng.jobs.stage.ExamTables.none;
import static org.junheng.jobs.stage.ExamTables.score;
import static org.junheng.jobs.stage.ExamTables.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.Pupils;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.jobs.table.Schools;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junit.jupiter.api.Test;

/** What is published of every school, and what is not assessed for which reason. */
class ValueAddedTest {
    @Test
    void publishesValueReliabilityAndBandOfEverySchool() {
        Modelled result = run(BALANCED, block(List.of(), List.of(), Standardise.NONE));
        assertEquals(List.of(), result.reasons());
        assertEquals(15, result.measures().size());
        Measures value = measure(result, "valueadded.school", "A");
        assertEquals(-3 * 26 / 27.0, value.value(), 1e-12);
        assertEquals(Math.sqrt(26 / 81.0), value.se(), 1e-12);
        assertEquals("va", value.modelId());
        assertEquals("score:math", value.facet());
        assertEquals("score", value.unit());
        assertEquals(2024, value.year());
        assertEquals(9, value.grade());
        assertEquals(Stage.JUNIOR, value.stage());
        assertEquals(3L, value.nPupils());
        assertEquals(0.95, value.level());
        assertEquals(Status.LOW_EVIDENCE, value.status());
        assertTrue(value.reason().contains("only 3 pupils"));
        assertEquals(26 / 27.0, measure(result, "valueadded.reliability", "B").value(), 1e-12);
        assertEquals(0.0, measure(result, "valueadded.band", "B").value());
        assertEquals(26 / 3.0, fit(result, "sigma2_school").estimate(), 1e-12);
        assertEquals(1.0, fit(result, "match_rate").estimate());
    }

    /** All scores have mean 6 and sum of squared deviations 60 over 9 pupils; a pupil outside the model counts in the exam all the same. */
    @Test
    void standardisesWithinTheWholeExam() {
        List<PupilScores> scores = new ArrayList<>(BALANCED);
        scores.add(new PupilScores("x", 2024, 9, "math", null, 16.0));
        Modelled result = run(scores, block(List.of(), List.of(), Standardise.WITHIN_EXAM));
        double deviation = Math.sqrt((60 + 9 * 1 + 81) / 10.0);
        Measures value = measure(result, "valueadded.school", "A");
        assertEquals(-3 * 26 / 27.0 / deviation, value.value(), 1e-12);
        assertEquals("sd", value.unit());
        assertEquals((6 - 7) / deviation, fit(result, "intercept").estimate(), 1e-12);
        assertEquals(0.9, fit(result, "match_rate").estimate(), 1e-15);
    }

    @Test
    void absentScoresAreNoScores() {
        List<PupilScores> scores = new ArrayList<>(BALANCED);
        scores.add(score("x", OUTCOME, "A", -1.0));
        scores.add(score("y", OUTCOME, "B", null));
        scores.add(score("z", PRIOR, "C", 50.0));
        assertEquals(
                run(BALANCED, block(List.of(), List.of(), Standardise.NONE)).measures(),
                run(scores, block(List.of(), List.of(), Standardise.NONE)).measures());
    }

    /** Sums travel under keys that join school and model. */
    @Test
    void aSchoolMayHaveAnyCode() {
        List<PupilScores> scores = BALANCED.stream()
                .map(s -> score(s.pupilId(), OUTCOME, "s/" + s.schoolCode() + "/1", s.score()))
                .toList();
        Modelled result = run(scores, block(List.of(), List.of(), Standardise.NONE));
        assertEquals(
                -3 * 26 / 27.0, measure(result, "valueadded.school", "s/A/1").value(), 1e-12);
        assertEquals(15, result.measures().size());
    }

    @Test
    void tooFewMatchedPupilsAreNotAssessedWithTheRate() {
        List<PupilScores> scores = new ArrayList<>(BALANCED);
        for (int i = 0; i < 6; i++) {
            scores.add(score(BALANCED.get(i).pupilId(), PRIOR, "P", 50.0 + i * i));
        }
        Modelled result = run(scores, block(List.of(PRIOR), List.of(), Standardise.NONE));
        Measures value = measure(result, "valueadded.school", "C");
        assertEquals(Status.NOT_ASSESSED, value.status());
        assertNull(value.value());
        assertTrue(value.reason().contains("匹配率66.7%") && value.reason().contains("match rate 66.7 %"));
        assertEquals(6 / 9.0, fit(result, "match_rate").estimate(), 1e-15);
        assertTrue(result.reasons().get(0).en().startsWith("va (math): match rate"));
    }

    @Test
    void aCovariateWithoutAnyValueIsNamed() {
        Modelled result = run(BALANCED, block(List.of(), List.of("sex"), Standardise.NONE));
        assertEquals(
                "va (math): covariate sex holds no value in pupils or schools",
                result.reasons().get(0).en());
        assertEquals(
                Status.NOT_ASSESSED, measure(result, "valueadded.band", "A").status());
        Modelled mean = run(BALANCED, block(List.of(), List.of("school_mean_prior"), Standardise.NONE));
        assertTrue(mean.reasons().get(0).en().contains("needs a prior exam"));
    }

    /** Priors 0, 1, 2, 3, 1 with weights 1, 1, 1, 1, 4: slope 2 - 1.5/5.5, mean excess 0.75 (see SchoolMeansValueAddedTest). */
    @Test
    void schoolMeansStandInWhereThereAreNoPupils() {
        double[] prior = {0, 1, 2, 3, 1};
        double[] outcome = {10, 12, 14, 16, 13.5};
        List<SchoolScores> means = new ArrayList<>();
        for (int s = 0; s < prior.length; s++) {
            means.add(mean("S" + s, OUTCOME, s == 4 ? 4L : 1L, outcome[s]));
            means.add(mean("S" + s, PRIOR, 7L, prior[s]));
        }
        means.add(mean("only-outcome", OUTCOME, 9L, 90.0));
        means.add(mean("untested", OUTCOME, null, 90.0));
        means.add(mean("untested", PRIOR, null, 90.0));
        Modelled result = ExamTables.valueAdded(
                none(PupilScores.class),
                none(Pupils.class),
                none(Schools.class),
                table(SchoolScores.class, means),
                List.of(block(List.of(PRIOR), List.of("sex"), Standardise.WITHIN_EXAM)));
        double slope = 2 - 1.5 / 5.5;
        Measures value = measure(result, "valueadded.school", "S4");
        assertEquals(13.5 - (10 + 2.5 + 0.75 + slope * (1 - 1.25)), value.value(), 1e-12);
        assertEquals(Status.LOW_EVIDENCE, value.status());
        assertEquals("score", value.unit());
        assertNull(value.se());
        assertNull(value.ciLow());
        assertEquals(
                Status.NOT_ASSESSED, measure(result, "valueadded.band", "S4").status());
        assertEquals(slope, fit(result, "prior_2021_6").estimate(), 1e-12);
        assertEquals(25, result.measures().size());
    }

    @Test
    void neitherPupilsNorMeansIsAReasonAndNoRow() {
        Modelled result = run(List.of(), block(List.of(PRIOR), List.of(), Standardise.NONE));
        assertEquals(List.of(), result.measures());
        assertEquals(List.of(), result.fits());
        assertTrue(result.reasons().get(0).en().contains("no pupils' data, and only 0 schools"));
        Modelled nothing = ExamTables.valueAdded(
                none(PupilScores.class), none(Pupils.class), none(Schools.class), none(SchoolScores.class), List.of());
        assertEquals(Modelled.NOTHING, nothing);
    }

    private static Modelled run(List<PupilScores> scores, ValueAddedBlock block) {
        return ExamTables.valueAdded(
                table(PupilScores.class, scores),
                none(Pupils.class),
                none(Schools.class),
                none(SchoolScores.class),
                List.of(block));
    }
}
