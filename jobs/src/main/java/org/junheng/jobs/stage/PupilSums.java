package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Sums pupils for value-added in one pass: scores and pupils meet by {@code pupil_id}, every partition sums what it holds, and only sums per
 * school move on. The sums are exact, so the partitioning cannot change a bit.
 */
final class PupilSums {
    private static final Encoder<Tuple2<String, byte[]>> KEYED = Encoders.tuple(Encoders.STRING(), Encoders.BINARY());

    private PupilSums() {}

    /**
     * @param enrolments of pupils at schools; empty where none are delivered
     * @param screenings of models by their place
     */
    static SchoolTotals of(
            Dataset<Row> pupilScores,
            Dataset<Row> pupils,
            Optional<Dataset<Row>> enrolments,
            PupilModels models,
            SortedMap<Integer, Screening> screenings) {
        Dataset<Row> scores = pupilScores
                .select(
                        col("pupil_id"),
                        models.place().as("exam"),
                        col("school_code"),
                        col("score"),
                        lit(null).cast("array<string>").as("texts"))
                .where("exam is not null and score is not null and score != -1");
        Dataset<Row> rows = models.columns().isEmpty() ? scores : scores.union(background(pupils, models));
        if (enrolments.isPresent()) {
            rows = rows.union(spells(enrolments.get()));
        }
        List<Tuple2<String, byte[]>> sums = rows.repartition(col("pupil_id"))
                .sortWithinPartitions("pupil_id")
                .mapPartitions(new PupilSummation(models, screenings), KEYED)
                .repartition(col("_1"))
                .mapPartitions(new SchoolTotals.Merging(models.models().size()), KEYED)
                .collectAsList();
        return SchoolTotals.of(models.models().size(), sums.iterator());
    }

    private static Dataset<Row> spells(Dataset<Row> enrolments) {
        return enrolments.select(
                col("pupil_id"),
                lit(null).cast("int").as("exam"),
                col("school_code"),
                lit(null).cast("double").as("score"),
                array(col("entered_on").cast("string"), col("left_on").cast("string"))
                        .as("texts"));
    }

    private static Dataset<Row> background(Dataset<Row> pupils, PupilModels models) {
        Column[] texts = models.columns().stream().map(Covariates::text).toArray(Column[]::new);
        return pupils.select(
                col("pupil_id"),
                lit(null).cast("int").as("exam"),
                lit(null).cast("string").as("school_code"),
                lit(null).cast("double").as("score"),
                array(texts).as("texts"));
    }
}
