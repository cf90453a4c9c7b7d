package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.junheng.gap.ChangeRules;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Interval;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** Limits of publication at their edges (contract 5.3): three schools, ten pupils, ten answers. */
class ProtectTest {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Schema<Judgements> JUDGEMENTS = Schema.of(Judgements.class);

    @Test
    void anAreaNeedsThreeSchools() {
        requireHidden(protect(measure(SubjectType.COUNTY, new Counts(2L, 900L, null))), "fewer schools");
        requireHidden(protect(measure(SubjectType.PROVINCE, new Counts(1L, 900L, null))), "fewer schools");
        requirePublished(protect(measure(SubjectType.COUNTY, new Counts(3L, 900L, null))));
    }

    @Test
    void anAreaWithoutSchoolsIsNotAssessed() {
        Measures none = protect(measure(SubjectType.PREFECTURE, Counts.ofSchools(0)));
        assertEquals(Status.NOT_ASSESSED, none.status());
        assertNull(none.value());
        assertTrue(none.reason().contains("no usable school"), none.reason());
    }

    @Test
    void aSchoolNeedsTenPupils() {
        requireHidden(protect(measure(SubjectType.SCHOOL, new Counts(1L, 9L, null))), "fewer pupils");
        requireHidden(protect(measure(SubjectType.STAGE_SCHOOL, new Counts(1L, 9L, null))), "fewer pupils");
        requirePublished(protect(measure(SubjectType.SCHOOL, new Counts(1L, 10L, null))));
        requirePublished(protect(measure(SubjectType.STAGE_SCHOOL, new Counts(1L, 10L, null))));
    }

    @Test
    void everySurveyNeedsTenAnswers() {
        requireHidden(protect(measure(SubjectType.SCHOOL, new Counts(1L, null, 9L))), "fewer answers");
        requireHidden(protect(measure(SubjectType.COUNTY, new Counts(5L, null, 9L))), "fewer answers");
        requirePublished(protect(measure(SubjectType.SCHOOL, new Counts(1L, null, 10L))));
    }

    @Test
    void aSmallNumberOfPupilsOrAnswersIsHiddenTooAndALargeOneShown() {
        assertNull(
                protect(measure(SubjectType.SCHOOL, new Counts(1L, 9L, null))).nPupils());
        assertNull(
                protect(measure(SubjectType.SCHOOL, new Counts(1L, null, 9L))).nResponses());
        assertEquals(
                900L,
                protect(measure(SubjectType.COUNTY, new Counts(2L, 900L, null))).nPupils());
    }

    @Test
    void whereNobodyAnsweredThereIsNothingToHide() {
        Absent nobody = new Absent("没有可用的答卷", "no usable answers", new Counts(1L, null, 0L));
        Measures row = protect(MeasureRow.of("satisfaction.rate", SubjectType.SCHOOL, "X", 2023, null, "survey:PUPIL")
                .with(nobody));
        assertEquals(Status.NOT_ASSESSED, row.status());
        assertTrue(row.reason().contains("no usable answers"), row.reason());
    }

    @Test
    void theLimitsAreThoseOfTheEvaluation() {
        Row row = MEASURES.row(measure(SubjectType.COUNTY, Counts.ofSchools(3)));
        Disclosure four = new Disclosure(10, 10, 4, false);
        requireHidden(MEASURES.record(Protect.measure(row, four)), "fewer schools");
    }

    @Test
    void aSmallSchoolIsHiddenAndStillPartOfItsCounty() {
        List<Measures> all = new ArrayList<>();
        List<PanelPoint> points = List.of(level("S1", 5, 60), level("S2", 5, 300), level("S3", 9, 4));
        points.forEach(p -> all.add(
                MeasureRow.of("resource.level", SubjectType.STAGE_SCHOOL, p.schoolCode(), 2023, p.stage(), p.facet())
                        .with(Levels.outcome(p))));
        all.addAll(Series.measures(SubjectType.COUNTY, "C1", points, 2023, ChangeRules.plain(1)));
        List<Measures> published = all.stream().map(ProtectTest::protect).toList();
        Measures small = first(published, m -> m.subjectId().equals("S3"));
        Measures mean = first(published, m -> m.metricId().equals("gap.mean"));
        requireHidden(small, "fewer pupils");
        assertEquals(3L, mean.nSchools());
        assertNotNull(mean.value());
        assertEquals((5.0 * 60 + 5.0 * 300 + 9.0 * 4) / 364, mean.value(), 1e-12);
    }

    @Test
    void theJudgementOfAHiddenFigureIsHidden() {
        requireHidden(protect(judged(SubjectType.COUNTY, 2L, 900L, null)), "fewer schools");
        requireHidden(protect(judged(SubjectType.STAGE_SCHOOL, 1L, 9L, null)), "fewer pupils");
        requireHidden(protect(judged(SubjectType.COUNTY, 5L, null, 9L)), "fewer answers");
        assertEquals("FAIL", protect(judged(SubjectType.COUNTY, 5L, null, 10L)).verdict());
        assertEquals("FAIL", protect(judged(SubjectType.COUNTY, 3L, 900L, null)).verdict());
        assertEquals(
                "FAIL", protect(judged(SubjectType.STAGE_SCHOOL, 1L, 10L, null)).verdict());
    }

    private static Measures measure(SubjectType type, Counts counts) {
        Value value = new Value(0.5, new Interval(0.1, 0.3, 0.7, 0.95), 1.0, 2.0, counts, Words.NONE);
        return MeasureRow.of("satisfaction.rate", type, "X", 2023, null, "survey:PUPIL")
                .with(value);
    }

    private static Measures protect(Measures measure) {
        return MEASURES.record(Protect.measure(MEASURES.row(measure), Disclosure.DEFAULT));
    }

    private static Measures first(List<Measures> all, Predicate<Measures> which) {
        return all.stream().filter(which).findFirst().orElseThrow();
    }

    private static void requireHidden(Measures m, String why) {
        assertEquals(Status.SUPPRESSED, m.status());
        assertNull(m.value());
        assertNull(m.se());
        assertNull(m.ciLow());
        assertNull(m.ciHigh());
        assertNull(m.numerator());
        assertNull(m.denominator());
        assertTrue(m.reason().contains(why), m.reason());
    }

    private static void requirePublished(Measures m) {
        assertEquals(Status.OK, m.status());
        assertEquals(0.5, m.value());
        assertEquals(0.3, m.ciLow());
        assertEquals("", m.reason());
    }

    private static Row judged(SubjectType type, Long schools, Long pupils, Long answers) {
        Row row = JUDGEMENTS.row(new Judgements(
                "R1",
                type,
                "X",
                2023,
                Stage.PRIMARY,
                "R1",
                3.9,
                ">=",
                "4.2",
                "FAIL",
                false,
                2.0,
                "teachers",
                null,
                "",
                "",
                "",
                "",
                "",
                "",
                ""));
        Object[] cells = new Object[Judge.JUDGED.size()];
        for (int i = 0; i < row.size(); i++) {
            cells[i] = row.get(i);
        }
        cells[row.size()] = schools;
        cells[row.size() + 1] = pupils;
        cells[row.size() + 2] = answers;
        return Schema.named(cells, Judge.JUDGED);
    }

    private static Judgements protect(Row judged) {
        return JUDGEMENTS.record(Protect.judgement(judged, Disclosure.DEFAULT));
    }

    private static void requireHidden(Judgements j, String why) {
        assertEquals("SUPPRESSED", j.verdict());
        assertNull(j.value());
        assertNull(j.shortfall());
        assertNull(j.passesOnlyRounded());
        assertTrue(j.reason().contains(why), j.reason());
    }

    private static PanelPoint level(String school, double value, double pupils) {
        SchoolYear of =
                new SchoolYear(school, 2023, school, null, null, true, null, null, "C1", null, null, null, null, null);
        Points.Figures figures = new Points.Figures(
                value, null, pupils, null, 100.0, value * pupils / 100, pupils, null, null, null, "");
        return new Points(of).figure(Kind.RESOURCE, Stage.PRIMARY, null, "R1", figures);
    }
}
