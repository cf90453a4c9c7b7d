package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.table.Contributions;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Review;
import org.junheng.metric.Counts;
import org.junheng.metric.Value;
import org.junheng.review.Bundle;
import org.junheng.review.Dimension;
import org.junheng.review.Protocol;
import org.junheng.review.Scale;
import org.junheng.stock.QualityDefinition;
import org.junheng.subject.Role;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two counties, a cluster of a lead and two members; every scale reads one figure as it is, in hundredths. */
class ReviewRowsTest {
    private static final int YEAR = 2024;
    private static final Map<Dimension, String> READ = Map.of(
            Dimension.STOCK, "stock.quality_schools",
            Dimension.GAP, "gap.gini",
            Dimension.RADIATION, "rotation.share",
            Dimension.IMPROVEMENT, "satisfaction.change",
            Dimension.SATISFACTION, "satisfaction.rate");
    private static final List<ReviewRows.School> SCHOOLS = List.of(
            school("lead", "A", Role.LEAD, 900.0),
            school("m1", "A", Role.MEMBER, 100.0),
            school("m2", "B", Role.MEMBER, 300.0),
            new ReviewRows.School("alone", YEAR, "B", null, null, 50.0));

    /** 0.10 ... 0.50 of county A: the mean of 10 to 50; B has no gap figure. */
    @Test
    void aCountyIsReviewedWhenEveryDimensionHasAFigure() {
        Map<String, Review> review = byId(reviewed("ours", figures()));
        Review a = review.get("A");
        assertEquals(30, a.composite(), 1e-12);
        assertEquals(10, a.stock(), 1e-12);
        assertEquals(1, a.rank());
        assertEquals(1, a.nRanked());
        assertNull(a.pTopQuarter());
        assertEquals(false, a.named());
        assertEquals(Status.OK, a.status());
        assertEquals("", a.reason());
        Review b = review.get("B");
        assertNull(b.composite());
        assertNull(b.gap());
        assertEquals(10, b.stock(), 1e-12);
        assertEquals(Status.NOT_ASSESSED, b.status());
        assertTrue(b.reason().contains("gap (gap.gini R1)"), b.reason());
        assertTrue(review.containsKey("C"), "the cluster is reviewed too");
    }

    /** Schools have figures of improvement and satisfaction. Lead: own (20 + 80)/2; members 60 and 40 by 100 and 300 pupils (see ReviewTest). */
    @Test
    void aSchoolIsBundledWithItsCluster() {
        Map<String, Measures> scores = reviewed("ours", figures()).measures().stream()
                .collect(Collectors.toMap(Measures::subjectId, Function.identity()));
        double cluster = (100 * (0.5 * 70 + 0.5 * 50) + 300 * (0.5 * 30 + 0.5 * 50)) / 400;
        assertEquals(0.6 * 50 + 0.4 * cluster, scores.get("lead").value(), 1e-9);
        assertEquals(0.8 * 60 + 0.2 * cluster, scores.get("m1").value(), 1e-9);
        assertTrue(scores.get("lead").reason().contains("stock, gap, radiation"));
        assertEquals(900, scores.get("lead").nPupils());
        assertEquals(3, scores.size(), "a school of no cluster is not bundled");
    }

    /** Whatever was measured: nothing is looked at. */
    @Test
    void withoutAProtocolNothingIsScored(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("evaluation.yaml");
        Files.writeString(file, "evaluation: e\nyears: [2024]\ninputs: {schools: s.csv}\n");
        Evaluation evaluation = EvaluationReader.read(file, Set.of());
        assertNull(evaluation.scoring());
        assertEquals(Reviewed.NOTHING, Reviewing.of(null, null, null, evaluation));
    }

    @Test
    void contributionsAddUpToEveryTotal() {
        Reviewed reviewed = reviewed("ours", figures());
        Map<String, Double> sums = reviewed.contributions().stream()
                .collect(Collectors.groupingBy(
                        c -> c.total() + " " + c.subjectId(), Collectors.summingDouble(Contributions::contribution)));
        reviewed.measures().forEach(m -> assertEquals(m.value(), sums.get("bundled.score " + m.subjectId()), 1e-12));
        assertEquals(30, sums.get("review.composite A"), 1e-12);
        assertEquals(4, sums.size());
    }

    @Test
    void anExampleIsMarkedInEveryRow() {
        Reviewed reviewed = reviewed("example-v1", figures());
        reviewed.review().forEach(r -> assertTrue(r.reason().contains("example protocol"), r.reason()));
        reviewed.measures().forEach(m -> {
            assertTrue(m.reason().contains("example protocol"), m.reason());
            assertEquals(Status.LOW_EVIDENCE, m.status());
        });
    }

    /** Two models of the same figure: the scale does not say which. */
    @Test
    void aScaleThatSeveralFiguresFitReadsNone() {
        List<Measures> figures = new ArrayList<>(figures());
        figures.add(new MeasureRow(
                        org.junheng.Catalogue.definition("stock.quality_schools")
                                .orElseThrow(),
                        SubjectType.COUNTY,
                        "A",
                        YEAR,
                        null,
                        org.junheng.subject.Stage.PRIMARY,
                        null,
                        "R1",
                        "")
                .with(Value.of(0.9, Counts.NONE)));
        assertNull(byId(reviewed("ours", figures)).get("A").stock());
    }

    @Test
    void theOrderOfTheFiguresChangesNothing() {
        List<Measures> figures = new ArrayList<>(figures());
        Reviewed one = reviewed("ours", figures);
        Collections.reverse(figures);
        assertEquals(one, reviewed("ours", figures));
    }

    private static Map<String, Review> byId(Reviewed reviewed) {
        return reviewed.review().stream().collect(Collectors.toMap(Review::subjectId, Function.identity()));
    }

    private static Reviewed reviewed(String protocol, List<Measures> figures) {
        List<Scale> scales = Arrays.stream(Dimension.values())
                .map(d -> new Scale(d, READ.getOrDefault(d, ""), "", "R1", null, null, 0, 1, 1))
                .toList();
        Map<Dimension, Double> equal =
                Arrays.stream(Dimension.values()).collect(Collectors.toMap(Function.identity(), d -> 20.0));
        return new ReviewRows(
                        new Protocol(
                                protocol, equal, scales, new Bundle(0.4, 0.2, 0.5), 0.9, QualityDefinition.OFFICIAL),
                        1,
                        figures.stream().map(Scored::of).filter(Objects::nonNull),
                        SCHOOLS)
                .reviewed();
    }

    private static List<Measures> figures() {
        List<Measures> figures = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            figures.add(figure(dimension, SubjectType.COUNTY, "A", (1 + dimension.place()) / 10.0));
        }
        figures.add(figure(Dimension.STOCK, SubjectType.COUNTY, "B", 0.1));
        double[][] schools = {{0.2, 0.8}, {0.5, 0.7}, {0.5, 0.3}};
        List<String> codes = List.of("lead", "m1", "m2");
        for (int i = 0; i < codes.size(); i++) {
            figures.add(figure(Dimension.IMPROVEMENT, SubjectType.SCHOOL, codes.get(i), schools[i][0]));
            figures.add(figure(Dimension.SATISFACTION, SubjectType.SCHOOL, codes.get(i), schools[i][1]));
        }
        return figures;
    }

    private static Measures figure(Dimension dimension, SubjectType type, String subject, double value) {
        return MeasureRow.of(READ.getOrDefault(dimension, ""), type, subject, YEAR, null, "R1")
                .with(Value.of(value, Counts.NONE));
    }

    private static ReviewRows.School school(String code, String county, Role role, double pupils) {
        return new ReviewRows.School(code, YEAR, county, "C", role, pupils);
    }
}
