package org.junheng.jobs.stage;

import static org.junheng.jobs.stage.ExamTables.OUTCOME;
import static org.junheng.jobs.stage.ExamTables.PRIOR;
import static org.junheng.jobs.stage.ExamTables.block;
import static org.junheng.jobs.stage.ExamTables.fit;
import static org.junheng.jobs.stage.ExamTables.measure;
import static org.junheng.jobs.stage.ExamTables.none;
import static org.junheng.jobs.stage.ExamTables.score;
import static org.junheng.jobs.stage.ExamTables.table;
import static org.junheng.jobs.stage.ExamTables.tables;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.config.ValueAddedBlock.Further;
import org.junheng.jobs.config.ValueAddedBlock.MissingPrior;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.Enrolments;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.Pupils;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.jobs.table.Schools;
import org.junheng.stats.Estimator;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** Models with further random effects, in one block. */
class ValueAddedStructuresTest {
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
