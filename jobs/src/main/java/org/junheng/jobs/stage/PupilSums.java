package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.table.Enrolments;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Sums pupils for value-added in one pass: scores and pupils meet by {@code pupil_id}, every partition sums what it holds, and only sums per
 * school move on. The sums are exact, so the partitioning cannot change a bit. Lists are one partition.
 */
final class PupilSums {
    private static final Encoder<Tuple2<String, byte[]>> KEYED = Encoders.tuple(Encoders.STRING(), Encoders.BINARY());

    private final PupilModels models;
    private final PupilSummation summing;
    private final SchoolTotals.Merging merging;

    private PupilSums(PupilModels models, SortedMap<Integer, Screening> screenings) {
        this.models = models;
        this.summing = new PupilSummation(models, screenings);
        this.merging = new SchoolTotals.Merging(models.models().size());
    }

    /** @param screenings of models by their place */
    static SchoolTotals of(Tables tables, PupilModels models, SortedMap<Integer, Screening> screenings) {
        PupilSums sums = new PupilSums(models, screenings);
        return SchoolTotals.of(models.models().size(), tables.areListed() ? sums.listed(tables) : sums.spread(tables));
    }

    private Iterator<Tuple2<String, byte[]>> spread(Tables tables) {
        Dataset<Row> scores = tables.dataset("pupil_scores")
                .select(
                        col("pupil_id"),
                        models.place().as("exam"),
                        col("school_code"),
                        col("score"),
                        lit(null).cast("array<string>").as("texts"))
                .where("exam is not null and score is not null and score != -1");
        Dataset<Row> rows = models.columns().isEmpty() ? scores : scores.union(background(tables.dataset("pupils")));
        return rows.union(spells(tables.dataset("enrolments")))
                .repartition(col("pupil_id"))
                .sortWithinPartitions("pupil_id")
                .mapPartitions(summing, KEYED)
                .repartition(col("_1"))
                .mapPartitions(merging, KEYED)
                .collectAsList()
                .iterator();
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

    private Dataset<Row> background(Dataset<Row> pupils) {
        Column[] texts = models.columns().stream().map(Covariates::text).toArray(Column[]::new);
        return pupils.select(
                col("pupil_id"),
                lit(null).cast("int").as("exam"),
                lit(null).cast("string").as("school_code"),
                lit(null).cast("double").as("score"),
                array(texts).as("texts"));
    }

    private Iterator<Tuple2<String, byte[]>> listed(Tables tables) {
        List<Row> rows = new ArrayList<>();
        for (Row row :
                tables.rows("pupil_scores").where(Which.ALL.filled("score")).list()) {
            Integer exam = models.place(row.getAs("year"), row.getAs("grade"), row.getAs("subject"));
            Double score = row.getAs("score");
            if (exam != null && score != -1) {
                rows.add(RowFactory.create(row.getAs("pupil_id"), exam, row.getAs("school_code"), score, null));
            }
        }
        if (!models.columns().isEmpty()) {
            tables.rows("pupils").list().forEach(row -> rows.add(background(row)));
        }
        tables.records(Enrolments.class)
                .forEach(e -> rows.add(texts(
                        e.pupilId(), e.schoolCode(), Arrays.asList(e.enteredOn().toString(), day(e.leftOn())))));
        rows.sort(Comparator.comparing(row -> row.getString(0)));
        return merging.call(summing.call(rows.iterator()));
    }

    private Row background(Row pupil) {
        List<@Nullable String> texts = new ArrayList<>();
        models.columns().forEach(column -> texts.add(Covariates.text(pupil.<Object>getAs(column))));
        return texts(pupil.getAs("pupil_id"), null, texts);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Row texts(String pupil, @Nullable String school, List<@Nullable String> texts) {
        return RowFactory.create(pupil, null, school, null, CollectionConverters.asScala(texts));
    }
}
