package org.junheng.jobs.stage;

import static org.junheng.jobs.stage.ExamTables.OUTCOME;
import static org.junheng.jobs.stage.ExamTables.PRIOR;
import static org.junheng.jobs.stage.ExamTables.block;
import static org.junheng.jobs.stage.ExamTables.mean;
import static org.junheng.jobs.stage.ExamTables.none;
import static org.junheng.jobs.stage.ExamTables.score;
import static org.junheng.jobs.stage.ExamTables.table;
import static org.junheng.jobs.stage.ExamTables.tables;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.config.ValueAddedBlock.Further;
import org.junheng.jobs.config.ValueAddedBlock.MissingPrior;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.Enrolments;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.ModelFits;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.Pupils;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.jobs.table.Schools;
import org.junheng.stats.Estimator;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class ValueAddedTest {
    /** Means 3, 6, 9 with MSB = 27 and MSW = 1: sigma2_school = 26/3, the first school's value -3 * 26/27. */
    private static final List<PupilScores> BALANCED = List.of(
            score("a1", OUTCOME, "A", 2.0),
            score("a2", OUTCOME, "A", 3.0),
            score("a3", OUTCOME, "A", 4.0),
            score("b1", OUTCOME, "B", 5.0),
            score("b2", OUTCOME, "B", 6.0),
            score("b3", OUTCOME, "B", 7.0),
            score("c1", OUTCOME, "C", 8.0),
            score("c2", OUTCOME, "C", 9.0),
            score("c3", OUTCOME, "C", 10.0));

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

    /** A leads B and C: (0 + 3) / 2 shrunken by 26/27, the pair's errors joined by the intercept they share. */
    @Test
    void publishesClustersAndAreasBesideTheirSchools() {
        Modelled result = ValueAdded.of(
                tables(Map.of(
                        "pupil_scores", table(PupilScores.class, BALANCED),
                        "pupils", none(Pupils.class),
                        "schools", table(Schools.class, List.of(school("A"), school("B"), school("C"))),
                        "school_scores", none(SchoolScores.class),
                        "counties", table(Counties.class, List.of(new Counties("c", "C", "p", "P", "v", "V", null))),
                        "memberships",
                                table(
                                        Memberships.class,
                                        List.of(
                                                member("g", "A", Role.LEAD),
                                                member("g", "B", Role.MEMBER),
                                                member("g", "C", Role.MEMBER),
                                                member("alone", "A", Role.LEAD),
                                                member("elsewhere", "Z", Role.LEAD))))),
                List.of(block(List.of(), List.of(), Standardise.NONE)));
        Measures cluster = measure(result, "valueadded.cluster", "g");
        double shrunk = 26 / 27.0;
        assertEquals(1.5 * shrunk, cluster.value(), 1e-12);
        assertEquals(Math.sqrt(shrunk / 3 / 2), cluster.se(), 1e-12);
        assertEquals(SubjectType.CLUSTER, cluster.subjectType());
        assertEquals(2L, cluster.nSchools());
        assertEquals(6L, cluster.nPupils());
        double g3 = (2 / 6.0 + 2 / 2.0) / (27 * 27) * 27 / 3;
        double half = 1.959963984540054 * Math.sqrt(shrunk / 6 + shrunk * shrunk * 3 + g3);
        assertEquals(cluster.value() + half, cluster.ciHigh(), 1e-6);
        assertEquals(
                Status.NOT_ASSESSED,
                measure(result, "valueadded.cluster", "alone").status());
        assertTrue(result.measures().stream().noneMatch(m -> m.subjectId().equals("elsewhere")));
        for (String area : List.of("c", "p", "v")) {
            Measures share = measure(result, "valueadded.average_share", area);
            assertEquals(1.0, share.value()); // -2.9, 0, 2.9 with errors near 1.8
            assertEquals(3.0, share.denominator());
            assertEquals(3L, share.nSchools());
        }
    }

    /** Twelve schools whose results of 2023 come again in 2024: the correlation is 1, and says of which year it is. */
    @Test
    void publishesStabilityAgainstTheSameModelOneCohortBefore() {
        Exam before = new Exam(2023, 9);
        List<PupilScores> scores = new ArrayList<>();
        List<Schools> schools = new ArrayList<>();
        for (int s = 10; s < 22; s++) {
            for (int i = -1; i <= 1; i++) {
                double score = 50 + (s * 7) % 12 + i;
                scores.add(score("now" + s + i, OUTCOME, "S" + s, score));
                scores.add(score("then" + s + i, before, "S" + s, score + 3));
            }
            for (int year : new int[] {2023, 2024}) {
                schools.add(new Schools(
                        "S" + s, year, "S", "c", null, null, null, null, null, null, null, null, null, null, null,
                        null));
            }
        }
        ValueAddedBlock now = new ValueAddedBlock(
                "va",
                OUTCOME,
                List.of(2023),
                List.of(),
                List.of(),
                List.of("math"),
                List.of(),
                MissingPrior.COMPLETE_CASES,
                List.of(),
                Standardise.NONE,
                Estimator.REML);
        ValueAddedBlock then = new ValueAddedBlock(
                "va23", before, List.of(), List.of("math"), List.of(), Standardise.NONE, Estimator.REML);
        Modelled result = ValueAdded.of(
                tables(Map.of(
                        "pupil_scores", table(PupilScores.class, scores),
                        "pupils", none(Pupils.class),
                        "schools", table(Schools.class, schools),
                        "school_scores", none(SchoolScores.class),
                        "counties", none(Counties.class),
                        "memberships", none(Memberships.class))),
                List.of(now, then));
        Measures pooled =
                measure(result, "valueadded.pooled", "S10"); // 6 pupils in 2 cohorts, 60 against a mean of 55.5
        assertEquals(6L, pooled.nPupils());
        assertEquals("va", pooled.modelId());
        assertTrue(pooled.value() > 0 && pooled.value() < 4.5 && pooled.ciHigh() > pooled.value());
        assertEquals(3, fit(result, "pooled_year=2024").estimate() * -1, 1e-9);
        assertEquals(0, fit(result, "pooled_sigma2_school_year").estimate());
        Measures stability = measure(result, "valueadded.stability", "c");
        assertEquals(1, stability.value(), 1e-12);
        assertEquals(2023, stability.baseYear());
        assertEquals("va", stability.modelId());
        assertEquals(12L, stability.nSchools());
        assertEquals(
                1,
                result.measures().stream()
                        .filter(m -> m.metricId().equals("valueadded.stability"))
                        .count());
    }

    private static Schools school(String code) {
        return new Schools(
                code,
                2024,
                code,
                "c",
                null,
                SchoolType.JUNIOR,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Memberships member(String cluster, String school, Role role) {
        return new Memberships(cluster, school, LocalDate.of(2020, 9, 1), null, role, null, null, null, null, null);
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

    private static Measures measure(Modelled result, String metric, String school) {
        return result.measures().stream()
                .filter(row -> row.metricId().equals(metric) && row.subjectId().equals(school))
                .findFirst()
                .orElseThrow();
    }

    private static ModelFits fit(Modelled result, String term) {
        Map<String, ModelFits> fits = result.fits().stream()
                .filter(f -> f.modelId().equals("va"))
                .collect(Collectors.toMap(ModelFits::term, Function.identity()));
        return fits.get(term);
    }

    /** Every structure and rule of a block reaches the published tables; the figures are those of {@code StructuredValueAddedTest}. */
    @Test
    void publishesStructuresAndKeepsPupilsWithoutAPrior() {
        List<PupilScores> scores = new ArrayList<>();
        List<Schools> schools = new ArrayList<>();
        List<Enrolments> enrolments = new ArrayList<>();
        for (int s = 10; s < 22; s++) {
            schools.add(new Schools(
                    "S" + s,
                    2024,
                    "S",
                    "c" + s % 3,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
            for (int i = 0; i < 8; i++) {
                String pupil = "p" + s + i;
                double start = 50 + (s * 7 + i * 11) % 23;
                if (i > 0 || s % 4 > 0) {
                    scores.add(score(pupil, PRIOR, "F" + (s + i) % 5, start));
                }
                scores.add(score(pupil, OUTCOME, "S" + s, start / 2 + (s * 5 + i * 3) % 17 + i * (s % 3)));
                if (i == 3) { // a third of the time since the prior exam elsewhere
                    enrolments.add(new Enrolments(
                            pupil, "S" + (10 + s % 7), LocalDate.of(2021, 9, 1), LocalDate.of(2023, 6, 30)));
                    enrolments.add(new Enrolments(pupil, "S" + s, LocalDate.of(2023, 6, 30), null));
                }
            }
        }
        ValueAddedBlock block = new ValueAddedBlock(
                "va",
                OUTCOME,
                List.of(),
                List.of(PRIOR),
                List.of(1.0),
                List.of("math"),
                List.of("school_mean_prior"),
                MissingPrior.KEEP,
                List.of(Further.RANDOM_SLOPE, Further.COUNTIES, Further.FEEDER_SCHOOLS),
                Standardise.WITHIN_EXAM,
                Estimator.REML);
        Modelled result = ValueAdded.of(
                tables(Map.of(
                        "pupil_scores", table(PupilScores.class, scores),
                        "pupils", none(Pupils.class),
                        "enrolments", table(Enrolments.class, enrolments),
                        "schools", table(Schools.class, schools),
                        "school_scores", none(SchoolScores.class),
                        "counties", none(Counties.class),
                        "memberships", none(Memberships.class))),
                List.of(block));
        assertEquals(List.of(), result.reasons());
        assertEquals(96L, fit(result, "sigma2_school").nPupils());
        assertEquals(93 / 96.0, fit(result, "match_rate").estimate());
        for (String term : List.of(
                "school_mean_prior",
                "prior_" + PRIOR.year() + "_" + PRIOR.grade() + "_missing",
                "aic",
                "bic",
                "slope_sigma2_slope",
                "counties_sigma2_county",
                "feeder_sigma2_feeder",
                "time_sigma2_school")) {
            assertTrue(Double.isFinite(fit(result, term).estimate()), term);
        }
        assertEquals(1.0, fit(result, "lr_school").df());
        assertTrue(fit(result, "slope_lr_school_only").pValue() <= 1);
        for (String metric : List.of("slope", "school_in_county", "net_of_feeder", "by_time", "expected_rank")) {
            assertEquals(8L, measure(result, "valueadded." + metric, "S11").nPupils(), metric);
        }
        assertEquals(
                SubjectType.COUNTY, measure(result, "valueadded.county", "c1").subjectType());
        assertEquals(0.835, measure(result, "valueadded.comparison", "S11").level(), 1e-3);
    }
}
