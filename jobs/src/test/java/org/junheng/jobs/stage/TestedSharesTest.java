package org.junheng.jobs.stage;

import static org.junheng.jobs.stage.ExamTables.OUTCOME;
import static org.junheng.jobs.stage.ExamTables.mean;
import static org.junheng.jobs.stage.ExamTables.table;
import static org.junheng.jobs.stage.ExamTables.tables;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.SchoolIndicators;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.subject.Register;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.SchoolFacts.Area;
import org.junheng.subject.SchoolFacts.Flags;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class TestedSharesTest {
    private static final List<SchoolScores> SCORES = List.of(
            mean("A", OUTCOME, 80L, 1),
            mean("B", OUTCOME, 300L, 1),
            mean("C", OUTCOME, 600L, 1),
            mean("D", OUTCOME, 50L, 1),
            mean("E", OUTCOME, null, 1));

    private static final Register REGISTER = register();

    @Test
    void aSchoolWithARollHasAShareAndAFlag() {
        List<Measures> rows = rows(SCORES, Stage.JUNIOR);
        assertEquals(6, rows.size(), "A, B and C: D has no roll, E no number of tested pupils");
        Measures share = row(rows, "selection.tested_share", "A");
        assertEquals(0.8, share.value());
        assertEquals("ratio", share.unit());
        assertEquals("score:math", share.facet());
        assertEquals(9, share.grade());
        assertEquals(Stage.JUNIOR, share.stage());
        assertEquals(100L, share.nPupils());
        Measures flag = row(rows, "selection.tested_flag", "A");
        assertEquals(1.0, flag.value());
        assertEquals("flag", flag.unit());
        assertEquals(Status.LOW_EVIDENCE, flag.status());
        assertTrue(flag.reason().contains("look at") && flag.reason().contains("请查看"), flag.reason());
        assertEquals(0.0, row(rows, "selection.tested_flag", "B").value());
    }

    @Test
    void aCountyWithoutAnyRollSaysSoOnce() {
        List<Measures> rows = rows(SCORES, Stage.PRIMARY);
        assertEquals(2, rows.size());
        rows.forEach(row -> {
            assertEquals(SubjectType.COUNTY, row.subjectType());
            assertEquals(Status.NOT_ASSESSED, row.status());
        });
    }

    @Test
    void neitherTheOrderOfRowsNorAMissingMetricMatters() {
        List<SchoolScores> reversed = new ArrayList<>(SCORES);
        Collections.reverse(reversed);
        assertEquals(Set.copyOf(rows(SCORES, Stage.JUNIOR)), Set.copyOf(rows(reversed, Stage.JUNIOR)));
        assertEquals(
                List.of(),
                TestedShares.of(
                        SCORES, tables(Map.of()), REGISTER, Set.of("selection.tested_share", "selection.tested_flag")));
    }

    private static List<Measures> rows(List<SchoolScores> scores, Stage stage) {
        List<SchoolIndicators> rolls =
                List.of(roll("A", stage, 100), roll("B", stage, 300), roll("C", stage, 600), roll("E", stage, 60));
        return TestedShares.of(
                scores, tables(Map.of("school_indicators", table(SchoolIndicators.class, rolls))), REGISTER, Set.of());
    }

    private static SchoolIndicators roll(String school, Stage stage, double pupils) {
        return new SchoolIndicators(
                school, OUTCOME.year(), stage, "graduate_count", pupils, null, null, null, null, null, null, null);
    }

    private static Measures row(List<Measures> rows, String metric, String school) {
        return rows.stream()
                .filter(r -> r.metricId().equals(metric) && r.subjectId().equals(school))
                .findFirst()
                .orElseThrow();
    }

    private static Register register() {
        List<SchoolFacts> schools = new ArrayList<>();
        for (String code : List.of("A", "B", "C", "D", "E")) {
            schools.add(new SchoolFacts(
                    code,
                    OUTCOME.year(),
                    new Area("539001", null, null),
                    null,
                    null,
                    Flags.UNKNOWN,
                    null,
                    null,
                    new TreeMap<>()));
        }
        return new Register(schools, new TreeMap<>(), List.of());
    }
}
