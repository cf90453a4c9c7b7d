package org.junheng.jobs.stage;

import static org.junheng.jobs.stage.ExamTables.OUTCOME;
import static org.junheng.jobs.stage.ExamTables.PRIOR;
import static org.junheng.jobs.stage.ExamTables.block;
import static org.junheng.jobs.stage.ExamTables.none;
import static org.junheng.jobs.stage.ExamTables.score;
import static org.junheng.jobs.stage.ExamTables.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.jobs.table.ModelFits;
import org.junheng.jobs.table.PupilScores;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.jobs.table.Schools;
import org.junit.jupiter.api.Test;

/** Covariates of every kind: their terms, and the same bits in any order. */
class ValueAddedCovariatesTest {
    @Test
    void equalBitsInAnyOrderAndPartitioning() {
        ValueAddedBlock block = block(
                List.of(PRIOR),
                List.of("sex", "books", "location", "school_mean_prior", "school_mean_books"),
                Standardise.WITHIN_EXAM);
        Dataset<Row> scores = table(PupilScores.class, cohort());
        Dataset<Row> pupils = pupils();
        Dataset<Row> schools = schools();
        Modelled expected = ExamTables.valueAdded(scores, pupils, schools, none(SchoolScores.class), List.of(block));
        assertEquals(List.of(), expected.reasons());
        assertTrue(expected.fits().size() >= 12);
        for (int partitions : new int[] {1, 3, 7}) {
            List<PupilScores> shuffled = new ArrayList<>(cohort());
            Collections.shuffle(shuffled, new Random(partitions));
            Modelled again = ExamTables.valueAdded(
                    table(PupilScores.class, shuffled).repartition(partitions),
                    pupils.repartition(8 - partitions, functions.col("sex")),
                    schools.repartition(2),
                    none(SchoolScores.class),
                    List.of(block));
            assertEquals(expected, again);
        }
    }

    @Test
    void namesTheTermsOfTheContractAndTheCriteria() {
        Modelled result = ExamTables.valueAdded(
                table(PupilScores.class, cohort()),
                pupils(),
                schools(),
                none(SchoolScores.class),
                List.of(block(
                        List.of(PRIOR), List.of("sex", "books", "location", "school_mean_sex"), Standardise.NONE)));
        assertEquals(
                List.of(
                        "intercept",
                        "prior_2021_6",
                        "sex=M",
                        "books",
                        "location=b",
                        "school_mean_sex=M",
                        "sigma2_school",
                        "sigma2_pupil",
                        "icc",
                        "log_likelihood",
                        "reml_criterion",
                        "aic",
                        "bic",
                        "lr_school",
                        "lr_terms",
                        "match_rate"),
                result.fits().stream().map(ModelFits::term).toList());
    }

    /** 8 schools of 9 pupils; every number is a fraction without an exact double. */
    private static List<PupilScores> cohort() {
        List<PupilScores> scores = new ArrayList<>();
        for (int i = 0; i < 72; i++) {
            String school = "S" + i % 8;
            scores.add(score("p" + i, PRIOR, "P" + i % 5, 40.1 + i * 37 % 50 + i % 7 / 10.0));
            scores.add(score("p" + i, OUTCOME, school, 33.3 + i * 37 % 50 * 0.7 + i * 11 % 13 + 3.7 * (i % 8 % 3)));
        }
        return scores;
    }

    /** A pupil's sex, and the further text column books, which holds numbers. */
    private static Dataset<Row> pupils() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 72; i++) {
            rows.add(RowFactory.create("p" + i, i * 5 % 7 < 3 ? "F" : "M", " " + (i * 13 % 17) / 10.0));
        }
        return SparkForTests.session()
                .createDataFrame(
                        rows,
                        new StructType()
                                .add("pupil_id", "string")
                                .add("sex", "string")
                                .add("books", "string"));
    }

    private static Dataset<Row> schools() {
        List<Schools> schools = new ArrayList<>();
        for (int s = 0; s < 8; s++) {
            for (int year : new int[] {2021, 2024}) {
                schools.add(new Schools(
                        "S" + s, year, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        null));
            }
        }
        return table(Schools.class, schools)
                .withColumn(
                        "location",
                        functions.expr(
                                "case when year = 2021 then 'elsewhere' when school_code < 'S3' then 'a' else 'b' end"));
    }
}
