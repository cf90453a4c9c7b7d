package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junheng.Catalogue;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Counts;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class ProtectTotalsTest {
    private static final String FACET = "survey:PARENT";
    private static final List<Counties> COUNTIES = List.of(
            new Counties("A", null, "P1", null, "P", null, null), new Counties("B", null, "P1", null, "P", null, null));

    /** Of school a1 eight parents answered: a2 would give it away, and the county B nothing. */
    @Test
    void theSmallestSchoolOfTheCountyIsWithheldToo() {
        Map<String, Measures> measures = protect(
                List.of(
                        rate(SubjectType.SCHOOL, "a1", 6, 8, 1),
                        rate(SubjectType.SCHOOL, "a2", 20, 25, 1),
                        rate(SubjectType.SCHOOL, "a3", 30, 40, 1),
                        rate(SubjectType.COUNTY, "A", 56, 73, 3),
                        rate(SubjectType.COUNTY, "B", 70, 90, 4),
                        rate(SubjectType.PREFECTURE, "P1", 126, 163, 7),
                        rate(SubjectType.CLUSTER, "c", 20, 25, 2)),
                List.of(lies("a1", "A"), lies("a2", "A"), lies("a3", "A")));
        assertEquals(List.of("a1", "a2"), suppressed(measures));
        Measures partner = measures.get("a2");
        assertNull(partner.value());
        assertNull(partner.numerator());
        assertNull(partner.denominator());
        assertNull(partner.ciLow());
        assertEquals(ProtectTotals.RECOVERABLE, Words.parse(partner.reason()));
        assertTrue(measures.get("a1").reason().contains("fewer answers"));
        assertEquals(56.0, measures.get("A").numerator());
    }

    /** A mean of the same answers, and a change since a year that is told, would give the withheld school away. */
    @Test
    void whatSharesTheCellsIsWithheldWithThem() {
        Map<String, Measures> measures = protect(
                List.of(
                        rate(SubjectType.SCHOOL, "a1", 6, 8, 1),
                        rate(SubjectType.SCHOOL, "a2", 20, 25, 1),
                        rate(SubjectType.SCHOOL, "a3", 30, 40, 1),
                        rate(SubjectType.COUNTY, "A", 56, 73, 3),
                        other("satisfaction.mean_score", "a2", 2024, null),
                        other("satisfaction.mean_score", "a3", 2024, null),
                        other("satisfaction.change", "a2", 2026, 2024),
                        other("satisfaction.change", "a3", 2026, 2024)),
                List.of(lies("a1", "A"), lies("a2", "A"), lies("a3", "A")));
        assertEquals(
                List.of("a1", "a2", "a2 satisfaction.change 2026", "a2 satisfaction.mean_score 2024"),
                suppressed(measures));
    }

    /** Two schools are too few for county A, and only the prefecture's total tells what they said: county B goes with it. */
    @Test
    void aCountyIsProtectedFromItsPrefecture() {
        Map<String, Measures> measures = protect(
                List.of(
                        count(SubjectType.COUNTY, "A", 2),
                        count(SubjectType.COUNTY, "B", 7),
                        count(SubjectType.PREFECTURE, "P1", 9),
                        count(SubjectType.PROVINCE, "P", 9)),
                List.of());
        assertEquals(List.of("A", "B"), suppressed(measures));
    }

    /** No sum of coefficients of variation gives another one. */
    @Test
    void onlyMetricsThatAddUpNeedPartners() {
        MeasureRow gap = MeasureRow.of("gap.cv", SubjectType.COUNTY, "A", 2024, null, "R1");
        MeasureRow other = MeasureRow.of("gap.cv", SubjectType.COUNTY, "B", 2024, null, "R1");
        MeasureRow total = MeasureRow.of("gap.cv", SubjectType.PREFECTURE, "P1", 2024, null, "R1");
        Map<String, Measures> measures = protect(
                List.of(
                        gap.with(Value.of(0.4, Counts.ofSchools(2))),
                        other.with(Value.of(0.5, Counts.ofSchools(9))),
                        total.with(Value.of(0.5, Counts.ofSchools(11)))),
                List.of());
        assertEquals(List.of("A"), suppressed(measures));
    }

    /** A school of which nobody answered is not assessed: it has nothing to hide. */
    @Test
    void aSchoolWithoutAnswersNeedsNoPartner() {
        Map<String, Measures> measures = protect(
                List.of(
                        rate(SubjectType.SCHOOL, "a1", 0, 0, 0),
                        rate(SubjectType.SCHOOL, "a2", 20, 25, 1),
                        rate(SubjectType.SCHOOL, "a3", 6, 8, 1),
                        rate(SubjectType.SCHOOL, "a4", 5, 9, 1),
                        rate(SubjectType.COUNTY, "A", 31, 42, 3)),
                List.of(lies("a1", "A"), lies("a2", "A"), lies("a3", "A"), lies("a4", "A")));
        assertEquals(List.of("a3", "a4"), suppressed(measures));
        measures = protect(
                List.of(
                        rate(SubjectType.SCHOOL, "a1", 0, 0, 0),
                        rate(SubjectType.SCHOOL, "a2", 20, 25, 1),
                        rate(SubjectType.COUNTY, "A", 20, 25, 3)),
                List.of(lies("a1", "A"), lies("a2", "A")));
        assertEquals(List.of(), suppressed(measures));
    }

    /** A school that moved is a part of the county in which it lay that year. */
    @Test
    void aSchoolIsAPartOfTheCountyOfTheYear() {
        SchoolYear later =
                new SchoolYear("a1", 2025, null, null, null, null, null, null, "B", "P1", "P", null, null, null);
        Map<String, Measures> measures = protect(
                List.of(
                        rate(SubjectType.SCHOOL, "a1", 6, 8, 1),
                        rate(SubjectType.SCHOOL, "a2", 30, 40, 1),
                        rate(SubjectType.SCHOOL, "b1", 20, 25, 1),
                        rate(SubjectType.COUNTY, "A", 36, 48, 3),
                        rate(SubjectType.COUNTY, "B", 20, 25, 3)),
                List.of(lies("a1", "A"), lies("a2", "A"), lies("b1", "B"), later));
        assertEquals(List.of("a1", "a2"), suppressed(measures));
    }

    @Test
    void aTownshipIsAPartOfItsCounty() {
        Map<String, Measures> measures = protect(
                List.of(
                        enrolled(SubjectType.TOWNSHIP, "A:east", 6, 8),
                        enrolled(SubjectType.TOWNSHIP, "A:west", 20, 25),
                        enrolled(SubjectType.TOWNSHIP, "A:south", 30, 40),
                        enrolled(SubjectType.COUNTY, "A", 56, 73)),
                List.of());
        assertEquals(List.of("A:east", "A:west"), suppressed(measures));
        assertTrue(measures.get("A:east").reason().contains("fewer pupils"));
        assertNull(measures.get("A:east").nPupils());
    }

    private static Measures enrolled(SubjectType type, String subject, long locally, long registered) {
        return MeasureRow.of("retention.local_share", type, subject, 2024, Stage.PRIMARY, "")
                .with(Value.ofRatio((double) locally / registered, locally, registered, Counts.ofPupils(registered)));
    }

    private static Map<String, Measures> protect(List<Measures> measures, List<SchoolYear> schools) {
        Schema<Measures> schema = Schema.of(Measures.class);
        Tables tables = new Tables(Map.of("counties", Rows.of(Schema.of(Counties.class), COUNTIES)), name -> {
            throw new IllegalStateException("no engine is needed");
        });
        Rows measured = Rows.of(schema, measures);
        Guard guard = Guard.of(
                measured,
                new SchoolYears(schools, Map.of()),
                tables,
                Disclosure.DEFAULT,
                Map.of(2024, List.of(2025, 2026)));
        return measured.list().stream()
                .map(guard::measure)
                .map(schema::record)
                .collect(Collectors.toMap(ProtectTotalsTest::what, Function.identity()));
    }

    /** The subject; of another metric than the rate also which, and the year. */
    private static String what(Measures m) {
        boolean plain =
                m.metricId().equals("satisfaction.rate") || !m.metricId().startsWith("satisfaction.");
        return plain ? m.subjectId() : m.subjectId() + " " + m.metricId() + " " + m.year();
    }

    private static List<String> suppressed(Map<String, Measures> measures) {
        return measures.values().stream()
                .filter(m -> m.status() == Status.SUPPRESSED)
                .map(ProtectTotalsTest::what)
                .sorted()
                .toList();
    }

    private static Measures rate(SubjectType type, String subject, long satisfied, long answers, long schools) {
        return MeasureRow.of("satisfaction.rate", type, subject, 2024, null, FACET)
                .with(Value.ofRatio(
                        satisfied / Math.max(1.0, answers), satisfied, answers, new Counts(schools, null, answers)));
    }

    private static Measures other(String metric, String school, int year, Integer base) {
        var definition = Catalogue.definition(metric).orElseThrow();
        return new MeasureRow(definition, SubjectType.SCHOOL, school, year, base, null, null, FACET, "")
                .with(Value.of(0.5, new Counts(1L, null, 25L)));
    }

    private static Measures count(SubjectType type, String subject, long schools) {
        return MeasureRow.of("count.schools", type, subject, 2024, null, "")
                .with(Value.of(schools, Counts.ofSchools(schools)));
    }

    private static SchoolYear lies(String school, String county) {
        return new SchoolYear(school, 2024, null, null, null, null, null, null, county, "P1", "P", null, null, null);
    }
}
