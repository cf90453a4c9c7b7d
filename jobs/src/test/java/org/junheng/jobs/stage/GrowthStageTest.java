package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.GrowthBlock;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.Schema;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.Role;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** Growth in Spark: who counts, in which school and cluster, and the same bits whatever the order and partitions. */
class GrowthStageTest {
    private static final CounterRandom RANDOM = CounterRandom.of(5, "growth stage");
    private static final int PUPILS = 130;

    @Test
    void countsPupilsWithTheNewestPriorUnderTheirSchoolAndCluster() {
        Modelled modelled = modelled(scores(), 2);
        Measures lead = found(modelled, SubjectType.SCHOOL, "s0");
        assertEquals(PUPILS / 2 - 5, lead.nPupils()); // ten pupils have no newest prior, half of them here
        assertEquals(Status.LOW_EVIDENCE, lead.status()); // fewer than 1,000 pupils in all
        assertEquals("score:math", lead.facet());
        assertEquals(8, lead.grade());
        Measures cluster = found(modelled, SubjectType.CLUSTER, "g");
        assertEquals(PUPILS - 10, cluster.nPupils());
        assertEquals(2, cluster.nSchools());
        assertTrue(cluster.ciLow() <= cluster.value() && cluster.value() <= cluster.ciHigh());
        assertEquals(4, modelled.measures().size()); // two schools, a cluster with both parts and one whose lead left
        assertEquals(
                Status.NOT_ASSESSED,
                found(modelled, SubjectType.CLUSTER, "left").status());
        // order 2 has 105 pupils, order 1 has 120: no order is refused
        assertEquals(List.of(), modelled.reasons());
    }

    @Test
    void hasTheSameBitsInAnyOrderAndPartitions() {
        List<PupilScores> shuffled = new ArrayList<>(scores());
        Collections.shuffle(shuffled, new Random(3));
        assertEquals(sorted(modelled(scores(), 1)), sorted(modelled(shuffled, 5)));
    }

    @Test
    void saysWhyThereAreNoCurves() {
        List<PupilScores> few =
                scores().stream().filter(s -> s.pupilId().length() < 3).toList();
        Modelled modelled = modelled(few, 1);
        assertTrue(modelled.reasons().get(0).en().startsWith("g8 (math): only "));
        Measures school = found(modelled, SubjectType.SCHOOL, "s1");
        assertEquals(Status.NOT_ASSESSED, school.status());
        assertTrue(school.reason().contains("too few for percentiles"));
        assertTrue(modelled(List.of(), 1).reasons().get(0).en().endsWith("no pupil has an outcome score"));
    }

    private static List<PupilScores> scores() {
        List<PupilScores> scores = new ArrayList<>();
        for (int i = 0; i < PUPILS; i++) {
            double start = 60 + 10 * RANDOM.normal(i, 0);
            scores.add(score(i, 2022, 6, start));
            if (i >= 10) {
                scores.add(score(i, 2023, 7, start + 4 * RANDOM.normal(i, 1)));
            }
            scores.add(score(i, 2024, 8, start + 4 * RANDOM.normal(i, 2)));
        }
        return scores;
    }

    private static PupilScores score(int pupil, int year, int grade, double score) {
        return new PupilScores("p" + pupil, year, grade, "math", "s" + pupil % 2, Math.rint(score));
    }

    private static Modelled modelled(List<PupilScores> scores, int partitions) {
        Dataset<Row> table = Schema.of(PupilScores.class).dataset(SparkForTests.session(), scores);
        List<Memberships> memberships = List.of(
                membership("g", "s0", Role.LEAD, null),
                membership("g", "s1", Role.MEMBER, null),
                membership("left", "s0", Role.LEAD, LocalDate.of(2025, 6, 30)),
                membership("left", "s1", Role.MEMBER, null));
        GrowthBlock block = new GrowthBlock(
                "g8", new Exam(2024, 8), List.of(new Exam(2022, 6), new Exam(2023, 7)), List.of("math"));
        return Growth.of(
                ExamTables.tables(Map.of(
                        "pupil_scores", table.repartition(partitions),
                        "memberships", ExamTables.table(Memberships.class, memberships))),
                List.of(block));
    }

    private static Memberships membership(String cluster, String school, Role role, LocalDate left) {
        return new Memberships(cluster, school, LocalDate.of(2020, 9, 1), left, role, null, null, null, null, null);
    }

    private static Measures found(Modelled modelled, SubjectType type, String subject) {
        return modelled.measures().stream()
                .filter(m -> m.subjectType() == type && m.subjectId().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static List<Measures> sorted(Modelled modelled) {
        return modelled.measures().stream()
                .sorted(Comparator.comparing(Measures::subjectType).thenComparing(Measures::subjectId))
                .toList();
    }
}
