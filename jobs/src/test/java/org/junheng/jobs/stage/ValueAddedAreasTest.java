package org.junheng.jobs.stage;

import static org.junheng.jobs.stage.ExamTables.BALANCED;
import static org.junheng.jobs.stage.ExamTables.OUTCOME;
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
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.config.ValueAddedBlock.MissingPrior;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.Pupils;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.jobs.table.Schools;
import org.junheng.stats.Estimator;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** Value-added of clusters and areas, and from one cohort to the next. */
class ValueAddedAreasTest {
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
}
