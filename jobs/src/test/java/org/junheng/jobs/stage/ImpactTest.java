package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.Shared;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.config.ImpactBlock.ErrorsBy;
import org.junheng.jobs.table.ImpactEstimates;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.RespondentGroup;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.SchoolIndicators;
import org.junheng.jobs.table.SurveyCounts;
import org.junheng.rules.RuleBook;
import org.junheng.stock.Lineage;
import org.junheng.subject.ClusterType;
import org.junheng.subject.Role;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class ImpactTest {
    /** Four services took schools over: four independent units. A standard error, no interval, and no verdict but that nothing can be told. */
    @Test
    void fourServicesOfChileGiveNoInterval() {
        Modelled said = real("chile", ErrorsBy.CLUSTER_ID);
        List<ImpactEstimates> overall = overall(said);
        assertEquals(2, overall.size());
        for (ImpactEstimates row : overall) {
            assertNotNull(row.estimate());
            assertNotNull(row.se());
            assertNull(row.ciLow());
            assertNull(row.pValue());
            assertEquals(Status.LOW_EVIDENCE, row.status());
            assertTrue(row.reason().contains("only 4 independent units joined"), row.reason());
        }
        verdicts(said).forEach(v -> {
            assertEquals(0, v.value());
            assertTrue(v.reason().contains("cannot be told"), v.reason());
        });
        said.measures().stream()
                .filter(m -> m.metricId().equals("impact.cluster_q"))
                .forEach(m -> assertEquals(Status.NOT_ASSESSED, m.status()));
    }

    @Test
    void noEnglishEffectIsCalledAnEffect() {
        Modelled said = real("england", ErrorsBy.SCHOOL_CODE);
        assertEquals(2, verdicts(said).size());
        verdicts(said).forEach(v -> assertEquals(0, v.value()));
        assertEquals(
                List.of(),
                said.measures().stream()
                        .filter(m -> m.metricId().equals("impact.cluster_q") && m.value() != null && m.value() <= 0.05)
                        .toList());
    }

    /** A trust with one or two schools is not published by itself. */
    @Test
    void effectsOnOneOrTwoSchoolsAreNotPublished() {
        List<Measures> small = real("england", ErrorsBy.SCHOOL_CODE).measures().stream()
                .filter(m -> m.metricId().equals("impact.cluster_effect") && m.nSchools() < 3)
                .toList();
        assertFalse(small.isEmpty());
        small.forEach(m -> {
            assertEquals(Status.SUPPRESSED, m.status());
            assertNull(m.value());
        });
    }

    @Test
    void anOutcomeIsNamedByTableColumnGradeAndSubject() {
        Schema<SchoolIndicators> indicators = Schema.of(SchoolIndicators.class);
        Schema<SurveyCounts> surveys = Schema.of(SurveyCounts.class);
        Map<String, Dataset<Row>> tables = Map.of(
                "school_indicators",
                indicators.dataset(
                        SparkForTests.session(),
                        List.of(
                                indicator("a", Stage.PRIMARY, "fitness", 0.5, null, null),
                                indicator("b", Stage.PRIMARY, "fitness", null, 3.0, 4.0),
                                indicator("b", Stage.JUNIOR, "fitness", 9.0, null, null),
                                indicator("c", Stage.PRIMARY, "other", 7.0, null, null))),
                "survey_counts",
                surveys.dataset(
                        SparkForTests.session(),
                        List.of(new SurveyCounts(
                                "a", 2021, RespondentGroup.PARENT, "overall", 6L, 3L, 1L, 0L, 0L, 12L))));
        ImpactBlock.Outcome fitness = new ImpactBlock.Outcome("school_indicators", "value", 3, "fitness");
        ImpactBlock.Outcome unstaged = new ImpactBlock.Outcome("school_indicators", "value", null, "fitness");
        ImpactBlock.Outcome satisfied = new ImpactBlock.Outcome("survey_counts", "satisfied", null, "PARENT");
        ImpactOutcomes outcomes = ImpactOutcomes.of(
                ExamTables.tables(tables),
                List.of(block(fitness), block(unstaged), block(satisfied)),
                SchoolIdentity.of(List.of(), Lineage.NONE),
                List.of(2021),
                Modelled.NOTHING);
        assertEquals("{a={2021=Optional[0.5]}, b={2021=Optional[0.75]}}", String.valueOf(outcomes.of(fitness)));
        assertEquals(Optional.empty(), outcomes.of(unstaged).get("b").get(2021)); // two stages, and none is named
        assertEquals("{a={2021=Optional[0.9]}}", String.valueOf(outcomes.of(satisfied)));
    }

    @Test
    void anOutcomeThatIsNotThereIsRefusedInWords() {
        Dataset<Row> schools =
                Schema.of(org.junheng.jobs.table.Schools.class).dataset(SparkForTests.session(), List.of());
        Map<String, Dataset<Row>> tables = Map.of("schools", schools);
        assertEquals(
                "schools has no column height",
                ImpactOutcomes.obstacle(
                                ExamTables.tables(tables), new ImpactBlock.Outcome("schools", "height", null, null))
                        .en());
        assertEquals(
                "counties does not speak of schools year by year",
                ImpactOutcomes.obstacle(
                                ExamTables.tables(tables),
                                new ImpactBlock.Outcome("counties", "county_name", null, null))
                        .en());
    }

    private static SchoolIndicators indicator(
            String school, Stage stage, String indicator, Double value, Double numerator, Double denominator) {
        return new SchoolIndicators(
                school, 2021, stage, indicator, value, numerator, denominator, null, null, null, null, null);
    }

    static ImpactBlock block(ImpactBlock.Outcome outcome) {
        return new ImpactBlock(
                "b",
                outcome,
                List.of(ClusterType.EDUCATION_GROUP),
                Role.MEMBER,
                java.time.MonthDay.of(6, 30),
                1,
                ImpactBlock.Comparison.NEVER_TREATED,
                ImpactBlock.Estimate.REG,
                ImpactBlock.Panel.BALANCED,
                List.of(),
                ErrorsBy.CLUSTER_ID,
                org.junheng.impact.Timing.PLAIN,
                Map.of());
    }

    private static List<ImpactEstimates> overall(Modelled said) {
        return said.impactEstimates().stream()
                .filter(e -> e.aggregation().equals("overall"))
                .toList();
    }

    private static List<Measures> verdicts(Modelled said) {
        return said.measures().stream()
                .filter(m -> m.metricId().equals("impact.verdict") && m.subjectType() != SubjectType.COUNTY)
                .toList();
    }

    private static Modelled real(String delivery, ErrorsBy errorsBy) {
        Path folder = Shared.path("real/" + delivery);
        Evaluation asked = EvaluationReader.read(folder.resolve("evaluation.yaml"), RuleBook.known());
        List<ImpactBlock> blocks = new ArrayList<>();
        for (ImpactBlock b : asked.impact()) {
            blocks.add(new ImpactBlock(
                    b.id(),
                    b.outcome(),
                    b.clusterTypes(),
                    b.role(),
                    b.examDay(),
                    b.examYearOffset(),
                    b.comparison(),
                    b.estimator(),
                    b.panel(),
                    b.covariates(),
                    errorsBy,
                    b.timing(),
                    b.population()));
        }
        Tables tables = ExamTables.tables(DeliveredCsv.tables(folder));
        return Impact.of(tables, asked.years(), blocks, asked.disclosure(), asked.seed(), Modelled.NOTHING);
    }
}
