package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.Shared;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.ModelFits;
import org.junheng.jobs.table.Pupils;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.stats.Estimator;
import org.junit.jupiter.api.Test;

/** Deliveries with the numbers that lme4, nlme and closed forms give, at the tolerances that come with them. */
class ReferenceValueAddedTest {
    private static final Exam OUTCOME = new Exam(2023, 9);
    private static final List<Exam> PRIOR = List.of(new Exam(2020, 6));
    private static final Map<String, List<String>> COVARIATES = Map.of(
            "m0", List.of(),
            "m1", List.of(),
            "m2", List.of("student_sex", "intake_gender", "schavg"),
            "m5", List.of("student_sex", "school_mean_prior"));

    @Test
    void examEqualsLme4AndNlme() throws IOException {
        Path folder = Shared.path("reference/deliveries/a1_exam_value_added");
        List<ValueAddedBlock> blocks = new ArrayList<>();
        for (Estimator estimator : Estimator.values()) {
            String name = estimator.name().toLowerCase(Locale.ROOT);
            for (String model : List.of("m0", "m1", "m2", "m5")) {
                blocks.add(block(
                        model + "-" + name,
                        "exam_" + model + "_" + name,
                        model.equals("m0") ? List.of() : PRIOR,
                        COVARIATES.get(model),
                        estimator));
            }
        }
        Modelled result = ExamTables.valueAdded(
                scores(folder), table(folder, "pupils"), schools(folder), empty(SchoolScores.class), blocks);
        assertEquals(1664, requireExpected(folder, result));
    }

    @Test
    void zeroVarianceIsAnOrdinaryResult() throws IOException {
        Path folder = Shared.path("reference/deliveries/a8_boundary_value_added");
        List<ValueAddedBlock> blocks = List.of(
                block("boundary-reml", "exam_reml", PRIOR, List.of(), Estimator.REML),
                block("boundary-ml", "exam_ml", PRIOR, List.of(), Estimator.ML));
        Modelled result = ExamTables.valueAdded(
                scores(folder), empty(Pupils.class), schools(folder), empty(SchoolScores.class), blocks);
        assertEquals(201, requireExpected(folder, result));
        assertTrue(result.measures().stream()
                .filter(row -> row.metricId().equals("valueadded.school"))
                .allMatch(row -> row.reason().contains("schools do not differ measurably")));
    }

    private static ValueAddedBlock block(
            String id, String subject, List<Exam> prior, List<String> covariates, Estimator estimator) {
        return new ValueAddedBlock(id, OUTCOME, prior, List.of(subject), covariates, Standardise.NONE, estimator);
    }

    /** How many expected numbers hold. */
    private static int requireExpected(Path folder, Modelled result) throws IOException {
        Map<String, Number> found = new HashMap<>();
        for (Measures row : result.measures()) {
            String key = key("measures", row.metricId(), row.modelId(), row.subjectId(), row.facet(), "");
            found.put(key + "value", row.value());
            found.put(key + "se", row.se());
            found.put(key + "n_pupils", row.nPupils());
        }
        for (ModelFits row : result.fits()) {
            String key = key("model_fits", "", row.modelId(), "", row.facet(), row.term());
            found.put(key + "estimate", row.estimate());
            found.put(key + "se", row.se());
            found.put(key + "n_pupils", row.nPupils());
            found.put(key + "n_schools", row.nSchools());
        }
        int held = 0;
        for (CSVRecord row : records(folder.resolve("expected.csv"))) {
            String key = key(
                            row.get("table"),
                            row.get("metric_id"),
                            row.get("model_id"),
                            row.get("subject_id"),
                            row.get("facet"),
                            row.get("term"))
                    + row.get("column");
            double expected = Double.parseDouble(row.get("expected"));
            double tolerance = Math.max(
                    Double.parseDouble(row.get("tolerance_abs")),
                    Double.parseDouble(row.get("tolerance_rel")) * Math.abs(expected));
            Number got = found.get(key);
            assertTrue(got != null, () -> "nothing at " + key);
            assertEquals(expected, got.doubleValue(), tolerance, key);
            held++;
        }
        return held;
    }

    private static String key(String table, String metric, String model, String subject, String facet, String term) {
        return String.join("|", table, metric, model, subject, facet, term, "");
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(Files.newBufferedReader(file))) {
            return parser.getRecords();
        }
    }

    private static Dataset<Row> table(Path folder, String name) {
        return SparkForTests.session()
                .read()
                .option("header", "true")
                .csv(folder.resolve("data/" + name + ".csv").toString());
    }

    private static Dataset<Row> scores(Path folder) {
        return table(folder, "pupil_scores")
                .selectExpr(
                        "pupil_id",
                        "cast(year as int) year",
                        "cast(grade as int) grade",
                        "subject",
                        "school_code",
                        "cast(score as double) score");
    }

    private static Dataset<Row> schools(Path folder) {
        return table(folder, "schools").withColumn("year", org.apache.spark.sql.functions.expr("cast(year as int)"));
    }

    private static Dataset<Row> empty(Class<? extends Record> type) {
        return SparkForTests.session()
                .createDataFrame(List.of(), Schema.of(type).struct());
    }
}
