package org.junheng.jobs.stage;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.stats.Estimator;

/** Tables and blocks that tests of value-added share. */
final class ExamTables {
    static final Exam OUTCOME = new Exam(2024, 9);
    static final Exam PRIOR = new Exam(2021, 6);

    private ExamTables() {}

    static ValueAddedBlock block(List<Exam> prior, List<String> covariates, Standardise standardise) {
        return new ValueAddedBlock("va", OUTCOME, prior, List.of("math"), covariates, standardise, Estimator.REML);
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
}
