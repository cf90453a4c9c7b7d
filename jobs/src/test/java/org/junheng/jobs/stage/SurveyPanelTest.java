package org.junheng.jobs.stage;

import static org.junheng.jobs.stage.ExamTables.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junheng.jobs.table.RespondentGroup;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.SurveyCounts;
import org.junheng.jobs.table.SurveyResponses;
import org.junheng.subject.AnswerSheets;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;

class SurveyPanelTest {
    private static final SchoolYear SCHOOL =
            new SchoolYear("a", 2024, null, null, null, null, null, null, "A", null, null, null, null, null);

    /** 2 x 4 + 3 + 2 + 0 points; squares 2 x 16 + 9 + 4; pupils of both stages. */
    @Test
    void countsBecomeSatisfiedAnsweredAndPoints() {
        PanelPoint point = points(List.of(counts("food", 2L)), List.of()).get("survey:PARENT:food");
        assertEquals(3, point.satisfied());
        assertEquals(5, point.answered());
        assertEquals(9, point.issued());
        assertEquals(13, point.points());
        assertEquals(45, point.squares());
        assertEquals(150.0, point.pupils());
        assertNull(point.sheets());
    }

    @Test
    void aCountThatIsNotReportedLeavesNothingToAdd() {
        PanelPoint point = points(List.of(counts("food", null)), List.of()).get("survey:PARENT");
        assertNull(point.satisfied());
        assertNull(point.points());
    }

    @Test
    void overallStandsForTheGroupElseAllItems() {
        Map<String, PanelPoint> both = points(List.of(counts("food", 2L), counts("overall", 7L)), List.of());
        assertEquals(10, both.get("survey:PARENT").answered());
        Map<String, PanelPoint> items = points(List.of(counts("food", 2L), counts("care", 7L)), List.of());
        assertEquals(15, items.get("survey:PARENT").answered());
    }

    /** Counts of parents are there too, and give way. */
    @Test
    void singleAnswersWin() {
        List<SurveyResponses> answers = new ArrayList<>(List.of(
                answer("r1", "food", 5), answer("r1", "care", 4), answer("r2", "food", 1), answer("r2", "care", null)));
        Map<String, PanelPoint> points = points(List.of(counts("food", 2L)), answers);
        PanelPoint group = points.get("survey:PARENT");
        assertEquals(2, group.satisfied());
        assertEquals(3, group.answered());
        assertNull(group.issued());
        assertEquals(7, group.points());
        AnswerSheets sheets = AnswerSheets.parse(assertSheets(group));
        assertEquals(List.of("care", "food"), sheets.items());
        assertEquals(1, sheets.complete());
        Collections.reverse(answers);
        assertEquals(points, points(List.of(counts("food", 2L)), answers));
    }

    private static String assertSheets(PanelPoint point) {
        assertNotNull(point.sheets());
        return point.sheets();
    }

    private static Map<String, PanelPoint> points(List<SurveyCounts> counts, List<SurveyResponses> responses) {
        SortedMap<Stage, Long> pupils = new TreeMap<>(Map.of(Stage.PRIMARY, 100L, Stage.JUNIOR, 50L));
        SchoolYears schools = new SchoolYears(List.of(SCHOOL), Map.of("a|2024", new StagePupils(pupils)));
        Tables tables = ExamTables.tables(Map.of(
                "survey_counts", table(SurveyCounts.class, counts),
                "survey_responses", table(SurveyResponses.class, responses)));
        return SurveyPanel.of(schools.rows().beside(tables.rows("survey_counts")), tables).list().stream()
                .map(Schema.of(PanelPoint.class)::record)
                .collect(Collectors.toMap(PanelPoint::facet, Function.identity()));
    }

    private static SurveyCounts counts(String item, Long best) {
        return new SurveyCounts("a", 2024, RespondentGroup.PARENT, item, best, 1L, 1L, 0L, 1L, 9L);
    }

    private static SurveyResponses answer(String id, String item, Integer answer) {
        return new SurveyResponses(id, item, "a", 2024, RespondentGroup.PARENT, answer);
    }
}
