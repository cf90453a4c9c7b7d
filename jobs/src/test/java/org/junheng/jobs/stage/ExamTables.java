package org.junheng.jobs.stage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.ModelFits;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.stats.Estimator;

/** Tables and blocks that tests of value-added share. */
final class ExamTables {
    static final Exam OUTCOME = new Exam(2024, 9);
    static final Exam PRIOR = new Exam(2021, 6);

    /** Means 3, 6, 9 with MSB = 27 and MSW = 1: sigma2_school = 26/3, the first school's value -3 * 26/27. */
    static final List<PupilScores> BALANCED = List.of(
            score("a1", OUTCOME, "A", 2.0),
            score("a2", OUTCOME, "A", 3.0),
            score("a3", OUTCOME, "A", 4.0),
            score("b1", OUTCOME, "B", 5.0),
            score("b2", OUTCOME, "B", 6.0),
            score("b3", OUTCOME, "B", 7.0),
            score("c1", OUTCOME, "C", 8.0),
            score("c2", OUTCOME, "C", 9.0),
            score("c3", OUTCOME, "C", 10.0));

    private ExamTables() {}

    static ValueAddedBlock block(List<Exam> prior, List<String> covariates, Standardise standardise) {
        return new ValueAddedBlock("va", OUTCOME, prior, List.of("math"), covariates, standardise, Estimator.REML);
    }

    /** The models of schools without counties and clusters. */
    static Modelled valueAdded(
            Dataset<Row> scores,
            Dataset<Row> pupils,
            Dataset<Row> schools,
            Dataset<Row> schoolScores,
            List<ValueAddedBlock> blocks) {
        return ValueAdded.of(
                tables(Map.of(
                        "pupil_scores", scores,
                        "pupils", pupils,
                        "schools", schools,
                        "school_scores", schoolScores,
                        "counties", none(Counties.class),
                        "memberships", none(Memberships.class))),
                blocks);
    }

    /** Of every table of the contract these have rows. */
    static Tables tables(Map<String, Dataset<Row>> given) {
        Map<String, Rows> all = new TreeMap<>();
        Inputs.ALL.forEach(schema -> all.put(
                schema.table(),
                given.containsKey(schema.table())
                        ? Rows.of(given.get(schema.table()))
                        : Rows.of(schema.struct(), List.of())));
        return new Tables(all, name -> all.get(name).dataset(SparkForTests.session()));
    }

    static PupilScores score(String pupil, Exam exam, String school, Double score) {
        return new PupilScores(pupil, exam.year(), exam.grade(), "math", school, score);
    }

    static SchoolScores mean(String school, Exam exam, Long tested, double mean) {
        return new SchoolScores(
                school, exam.year(), exam.grade(), "math", tested, mean, null, null, null, null, null, null);
    }

    static <R extends Record> Dataset<Row> table(Class<R> type, List<R> records) {
        Schema<R> schema = Schema.of(type);
        return SparkForTests.session().createDataFrame(schema.rows(records), schema.struct());
    }

    static <R extends Record> Dataset<Row> none(Class<R> type) {
        return table(type, List.of());
    }

    static Measures measure(Modelled result, String metric, String school) {
        return result.measures().stream()
                .filter(row -> row.metricId().equals(metric) && row.subjectId().equals(school))
                .findFirst()
                .orElseThrow();
    }

    static ModelFits fit(Modelled result, String term) {
        Map<String, ModelFits> fits = result.fits().stream()
                .filter(f -> f.modelId().equals("va"))
                .collect(Collectors.toMap(ModelFits::term, Function.identity()));
        return fits.get(term);
    }
}
