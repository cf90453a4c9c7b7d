package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Retention;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Staff;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stock.Lineage;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junheng.valueadded.MedianGrowthPercentile;
import org.junheng.valueadded.SchoolValueAdded;
import org.junheng.valueadded.ValueAddedReliability;
import org.junit.jupiter.api.Test;

/** Outcomes that are not simply a column: resources per pupil, a township's share of children enrolled locally, what models say of schools. */
class ImpactOutcomesTest {
    private static final ImpactBlock.Outcome RESOURCE = new ImpactBlock.Outcome("resources", "R1", 6, null);
    private static final ImpactBlock.Outcome RETAINED =
            new ImpactBlock.Outcome("retention", "enrolled_locally", 6, null);
    private static final ImpactBlock.Outcome EFFECT = new ImpactBlock.Outcome("value_added", "effect", 9, "math");
    private static final ImpactBlock.Outcome UNSHRUNKEN =
            new ImpactBlock.Outcome("value_added", "unshrunken", 9, "math");
    private static final ImpactBlock.Outcome GROWTH = new ImpactBlock.Outcome("growth", "median_percentile", 9, "math");

    @Test
    void resourcesAndRetentionAreThoseOfTheStage() {
        ImpactOutcomes outcomes = outcomes(Modelled.NOTHING, RESOURCE, RETAINED);
        assertEquals("{a={2021=Optional[5.0]}, b={2021=Optional[4.0]}}", String.valueOf(outcomes.of(RESOURCE)));
        assertEquals("{a={2021=Optional[0.9]}, b={2021=Optional[0.9]}}", String.valueOf(outcomes.of(RETAINED)));
    }

    @Test
    void whatModelsSayIsAnOutcomeOfTheirYears() {
        ImpactOutcomes outcomes = outcomes(
                said(
                        row(new SchoolValueAdded().definition(), "v21", 2021, 2),
                        row(new ValueAddedReliability().definition(), "v21", 2021, 0.8),
                        row(new SchoolValueAdded().definition(), "v22", 2022, 3),
                        row(new ValueAddedReliability().definition(), "v22", 2022, 0),
                        row(new MedianGrowthPercentile().definition(), "g21", 2021, 55),
                        row(new MedianGrowthPercentile().definition(), "g22", 2022, 60)),
                EFFECT);
        assertEquals(Words.NONE, outcomes.obstacle(EFFECT, ExamTables.tables(Map.of())));
        assertEquals("{a={2021=Optional[2.0], 2022=Optional[3.0]}}", String.valueOf(outcomes.of(EFFECT)));
        assertEquals("{a={2021=Optional[2.5], 2022=Optional.empty}}", String.valueOf(outcomes.of(UNSHRUNKEN)));
        assertEquals("{a={2021=Optional[55.0], 2022=Optional[60.0]}}", String.valueOf(outcomes.of(GROWTH)));
    }

    @Test
    void modelsThatAreMissingOrTellAYearTwiceAreRefusedInWords() {
        Measures once = row(new SchoolValueAdded().definition(), "v21", 2021, 2);
        assertEquals(
                "value_added has results of this exam in 1 year(s) only; every year needs a block of its own",
                outcomes(said(once), EFFECT)
                        .obstacle(EFFECT, ExamTables.tables(Map.of()))
                        .en());
        Modelled twice = said(
                once,
                row(new SchoolValueAdded().definition(), "w21", 2021, 2),
                row(new SchoolValueAdded().definition(), "v22", 2022, 2));
        assertEquals(
                "several models speak of this exam in 2021: [v21, w21]",
                outcomes(twice, EFFECT)
                        .obstacle(EFFECT, ExamTables.tables(Map.of()))
                        .en());
    }

    private static Modelled said(Measures... rows) {
        return new Modelled(List.of(rows), List.of(), List.of());
    }

    private static Measures row(Definition definition, String model, int year, double value) {
        return new ModelRow(definition, model, new Exam(year, 9), "score:math")
                .of(SubjectType.SCHOOL, "a", Value.of(value, Counts.ofSchools(1)));
    }

    private static ImpactOutcomes outcomes(Modelled models, ImpactBlock.Outcome... asked) {
        SortedMap<String, Dataset<Row>> tables = new TreeMap<>();
        Inputs.ALL.forEach(schema ->
                tables.put(schema.table(), SparkForTests.session().createDataFrame(List.of(), schema.struct())));
        put(tables, Schools.class, List.of(school("a"), school("b")));
        put(tables, Staff.class, List.of(staff("a", 100, 5.0), staff("b", 200, 8.0)));
        put(
                tables,
                Retention.class,
                List.of(
                        new Retention("510101", "t", 2021, Stage.PRIMARY, 100L, 90L),
                        new Retention("510101", "t", 2021, Stage.JUNIOR, 100L, 10L)));
        List<ImpactBlock> blocks = new ArrayList<>();
        List.of(asked).forEach(outcome -> blocks.add(ImpactTest.block(outcome)));
        return ImpactOutcomes.of(
                ExamTables.tables(tables), blocks, SchoolIdentity.of(List.of(), Lineage.NONE), List.of(2021), models);
    }

    private static <R extends Record> void put(SortedMap<String, Dataset<Row>> tables, Class<R> type, List<R> rows) {
        Schema<R> schema = Schema.of(type);
        tables.put(schema.table(), schema.dataset(SparkForTests.session(), rows));
    }

    private static Schools school(String code) {
        return new Schools(
                code,
                2021,
                null,
                "510101",
                "t",
                SchoolType.PRIMARY,
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

    private static Staff staff(String school, long pupils, double aboveDegree) {
        return new Staff(
                school,
                2021,
                Stage.PRIMARY,
                pupils,
                null,
                aboveDegree,
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
}
