package org.junheng.jobs.stage;

import static org.junheng.jobs.stage.ExamTables.OUTCOME;
import static org.junheng.jobs.stage.ExamTables.PRIOR;
import static org.junheng.jobs.stage.ExamTables.block;
import static org.junheng.jobs.stage.ExamTables.none;
import static org.junheng.jobs.stage.ExamTables.score;
import static org.junheng.jobs.stage.ExamTables.table;
import static org.junheng.jobs.stage.ExamTables.tables;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.Pupils;
import org.junheng.jobs.table.SchoolLinks;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.jobs.table.Schools;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class SelectionRowsTest {
    private static final Exam GRADE_8 = new Exam(2023, 8);

    /** 20 pupils each in A, B and C, three of them low; A's low are gone, B is renamed, one of C's others goes to A. */
    private static final List<PupilScores> SCORES = scores(GRADE_8);

    @Test
    void aSchoolWhoseLowScorersAreGoneIsFlaggedAndHasBoundsBesideItsValue() {
        List<Measures> rows = run(SCORES, GRADE_8);
        Measures flag = row(rows, "selection.leavers_flag", "A");
        assertEquals(1.0, flag.value());
        assertEquals(20L, flag.nPupils());
        assertEquals(Status.LOW_EVIDENCE, flag.status());
        assertTrue(flag.reason().contains("3 schools looked at"), flag.reason());
        assertEquals(1.0, row(rows, "selection.low_untested", "A").value());
        assertEquals(3L, row(rows, "selection.low_untested", "A").nPupils());
        double value = row(rows, "valueadded.school", "A").value();
        for (String low : List.of("selection.valueadded_low", "selection.valueadded_trimmed_low")) {
            assertTrue(row(rows, low, "A").value() < value, low);
            assertTrue(row(rows, low.replace("low", "high"), "A").value() > value, low);
            assertEquals("score", row(rows, low, "A").unit());
        }
        assertTrue(rows.stream()
                .noneMatch(m -> m.metricId().startsWith("selection.valueadded")
                        && !m.subjectId().equals("A")));
    }

    @Test
    void aRenamedSchoolHasLostNobodyAndATransferIsCounted() {
        List<Measures> rows = run(SCORES, GRADE_8);
        assertEquals(0.0, row(rows, "selection.leavers_flag", "B2").value());
        assertEquals(0.0, row(rows, "selection.low_left", "B2").value());
        assertEquals(0.0, row(rows, "selection.late_transfers", "B2").value());
        Measures came = row(rows, "selection.late_transfers", "A");
        assertEquals(1.0, came.numerator());
        assertEquals(18.0, came.denominator());
        assertEquals(-1 / 17.0, row(rows, "selection.low_left", "C").value(), 1e-15);
        assertTrue(
                rows.stream()
                        .noneMatch(m -> m.metricId().startsWith("selection.")
                                && m.subjectId().equals("c")),
                "a county beside its schools would tell their small cells");
    }

    @Test
    void acrossStagesOnlyTheCountyIsLookedAt() {
        List<Measures> rows = run(scores(PRIOR), PRIOR).stream()
                .filter(m -> m.metricId().startsWith("selection."))
                .toList();
        assertEquals(4, rows.size());
        rows.forEach(m -> assertEquals(SubjectType.COUNTY, m.subjectType()));
        assertEquals(3 / 9.0, row(rows, "selection.low_untested", "c").value(), 1e-15);
        assertEquals(3L, row(rows, "selection.low_untested", "c").nSchools());
        Measures flag = row(rows, "selection.leavers_flag", "c");
        assertEquals(Status.NOT_ASSESSED, flag.status());
        assertTrue(flag.reason().contains("earlier stage"), flag.reason());
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        List<PupilScores> shuffled = new ArrayList<>(SCORES);
        Collections.shuffle(shuffled, new Random(5));
        assertEquals(run(SCORES, GRADE_8), run(shuffled, GRADE_8));
    }

    private static List<PupilScores> scores(Exam prior) {
        List<PupilScores> scores = new ArrayList<>();
        for (String school : List.of("A", "B", "C")) {
            for (int i = 0; i < 20; i++) {
                String pupil = school + i;
                double before = (i < 3 ? 10 : 40) + i;
                scores.add(score(pupil, prior, school, before));
                boolean gone = school.equals("A") && i < 3;
                if (!gone) {
                    String now = pupil.equals("C19") ? "A" : school.equals("B") ? "B2" : school;
                    double own = (school.charAt(0) - 'A') * 6 + (i * 7) % 5;
                    scores.add(score(pupil, OUTCOME, now, before + own));
                } else if (i == 0) {
                    scores.add(score(pupil, OUTCOME, school, -1.0)); // registered and absent
                }
            }
        }
        return scores;
    }

    private static List<Measures> run(List<PupilScores> scores, Exam prior) {
        Dataset<Row> schools =
                table(Schools.class, List.of(school("A", prior), school("B", prior), school("C", prior)));
        return ValueAdded.of(
                        tables(Map.of(
                                "pupil_scores", table(PupilScores.class, scores),
                                "pupils", none(Pupils.class),
                                "schools", schools,
                                "school_scores", none(SchoolScores.class),
                                "counties", none(Counties.class),
                                "memberships", none(Memberships.class),
                                "school_links",
                                        table(
                                                SchoolLinks.class,
                                                List.of(new SchoolLinks("B", "B2", LocalDate.of(2024, 9, 1), null))))),
                        List.of(block(List.of(prior), List.of(), Standardise.NONE)))
                .measures();
    }

    private static Schools school(String code, Exam exam) {
        return new Schools(
                code, exam.year(), "S", "c", null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static Measures row(List<Measures> rows, String metric, String subject) {
        return rows.stream()
                .filter(m -> m.metricId().equals(metric) && m.subjectId().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + metric + " of " + subject));
    }
}
