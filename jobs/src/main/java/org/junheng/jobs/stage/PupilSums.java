package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntFunction;
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

/**
 * Sums pupils for value-added in one pass: scores and pupils meet by {@code pupil_id}, every partition sums what it holds, and only sums per
 * school move on. The sums are exact, so the partitioning cannot change a bit. Lists are one partition.
 */
final class PupilSums {
    private static final Column NO_DAY = lit(null).cast("int");
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
        Column exam = models.place();
        Dataset<Row> scores = tables.dataset("pupil_scores")
                .where(exam.isNotNull().and(expr("score is not null and score != -1")))
                .select(cells(exam, col("school_code"), col("score"), NO_DAY, NO_DAY, column -> lit(null)));
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

    private Dataset<Row> spells(Dataset<Row> enrolments) {
        return enrolments.select(cells(
                lit(null),
                col("school_code"),
                lit(null),
                unix_date(col("entered_on")),
                unix_date(col("left_on")),
                column -> lit(null)));
    }

    private Dataset<Row> background(Dataset<Row> pupils) {
        return pupils.select(cells(
                lit(null),
                lit(null),
                lit(null),
                NO_DAY,
                NO_DAY,
                column -> Covariates.text(models.columns().get(column))));
    }

    /** The cells of a row as {@link PupilRecord} takes it. */
    private Column[] cells(
            Column exam, Column school, Column score, Column entered, Column left, IntFunction<Column> columns) {
        List<Column> cells = new ArrayList<>(List.of(
                col("pupil_id"),
                exam.cast("int").as("exam"),
                school.cast("string").as("school_code"),
                score.cast("double").as("score"),
                entered.as("entered"),
                left.as("left")));
        for (int i = 0; i < models.columns().size(); i++) {
            cells.add(columns.apply(i)
                    .cast(models.isNumber(i) ? "double" : "string")
                    .as("column_" + i));
        }
        return cells.toArray(Column[]::new);
    }

    private Iterator<Tuple2<String, byte[]>> listed(Tables tables) {
        List<Row> rows = new ArrayList<>();
        for (Row row :
                tables.rows("pupil_scores").where(Which.ALL.filled("score")).list()) {
            Integer exam = models.place(row.getAs("year"), row.getAs("grade"), row.getAs("subject"));
            Double score = row.getAs("score");
            if (exam != null && score != -1) {
                rows.add(row(row.getAs("pupil_id"), exam, row.getAs("school_code"), score, null, null));
            }
        }
        if (!models.columns().isEmpty()) {
            tables.rows("pupils").list().forEach(row -> rows.add(background(row)));
        }
        tables.records(Enrolments.class)
                .forEach(e ->
                        rows.add(row(e.pupilId(), null, e.schoolCode(), null, day(e.enteredOn()), day(e.leftOn()))));
        rows.sort(Comparator.comparing(row -> row.getString(0)));
        return merging.call(summing.call(rows.iterator()));
    }

    private Row background(Row pupil) {
        @Nullable Object[] cells = new @Nullable Object[models.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            String text = Covariates.text(pupil.<Object>getAs(models.columns().get(i)));
            cells[i] = text != null && models.isNumber(i) ? Double.valueOf(text) : text;
        }
        return row(pupil.getAs("pupil_id"), null, null, null, null, null, cells);
    }

    private static @Nullable Integer day(@Nullable LocalDate day) {
        return day == null ? null : Integer.valueOf((int) day.toEpochDay());
    }

    private static Row row(
            String pupil,
            @Nullable Integer exam,
            @Nullable String school,
            @Nullable Double score,
            @Nullable Integer entered,
            @Nullable Integer left,
            @Nullable Object... columns) {
        @Nullable Object[] cells = new @Nullable Object[PupilRecord.COLUMNS + columns.length];
        System.arraycopy(
                new @Nullable Object[] {pupil, exam, school, score, entered, left}, 0, cells, 0, PupilRecord.COLUMNS);
        System.arraycopy(columns, 0, cells, PupilRecord.COLUMNS, columns.length);
        return RowFactory.create(cells);
    }
}
