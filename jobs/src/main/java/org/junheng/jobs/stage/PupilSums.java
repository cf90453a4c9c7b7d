package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Parcels;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.table.Enrolments;
import scala.Tuple2;

/**
 * Sums pupils for value-added: the rows of a pupil meet in one part, what the pupil adds moves on to the part of the school, and only sums per school leave
 * that. Both ways it travels as {@link Parcels}. The sums are exact, so the parts cannot change a bit. Lists are one part.
 */
final class PupilSums {
    private static final StructType DAYS =
            new StructType().add("entered", DataTypes.IntegerType).add("left", DataTypes.IntegerType);

    /** What the engine takes the rows of a part to need, so that its pupils or schools stay close to the processor. */
    private static final long PART = 1L << 19;

    /** Up to so many the engine writes each into a file of its own and sorts nothing. */
    private static final int MOST_PARTS = 200;

    private final PupilModels models;
    private final SortedMap<Integer, Screening> screenings;

    private PupilSums(PupilModels models, SortedMap<Integer, Screening> screenings) {
        this.models = models;
        this.screenings = new TreeMap<>(screenings);
    }

    /** @param screenings of models by their place */
    static SchoolTotals of(Tables tables, PupilModels models, SortedMap<Integer, Screening> screenings) {
        PupilSums sums = new PupilSums(models, screenings);
        return tables.areListed() ? sums.listed(tables) : sums.spread(tables);
    }

    private SchoolTotals spread(Tables tables) {
        Column exam = models.place();
        Dataset<Row> scores = tables.dataset("pupil_scores")
                .where(exam.isNotNull().and(expr("score is not null and score != -1")))
                .select(cells(exam, col("school_code"), col("score"), lit(null), lit(null)));
        Dataset<Row> known = models.columns().isEmpty() ? scores : scores.union(background(tables.dataset("pupils")));
        Dataset<Row> rows = known.union(spells(tables.dataset("enrolments")));
        int tasks = Integer.parseInt(rows.sparkSession().conf().get("spark.sql.shuffle.partitions"));
        int parts = Math.max(tasks, parts(rows));
        HashPartitioner ofNumber = new HashPartitioner(parts);
        PupilModels asked = models;
        SortedMap<Integer, Screening> followed = screenings;
        return totals(rows.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitionsToPair(some -> Parcels.of(parts, some, new PupilRows(asked)))
                .partitionBy(ofNumber)
                .coalesce(tasks) // a task takes part after part, and says once whom it followed
                .mapPartitionsToPair(some -> Parcels.of(parts, some, new PupilShares(asked, followed)))
                .partitionBy(ofNumber)
                .mapPartitions(some -> closed(asked, some))
                .collect());
    }

    /** The sums of a part, in which every school is whole. */
    static Iterator<byte[]> closed(PupilModels models, Iterator<Tuple2<Integer, byte[]>> pupils) {
        SchoolTotals totals = new SchoolTotals(models.models().size());
        pupils.forEachRemaining(parcel -> totals.addPupils(ByteBuffer.wrap(parcel._2())));
        totals.followed().count();
        return List.of(totals.written()).iterator();
    }

    private SchoolTotals totals(List<byte[]> parts) {
        SchoolTotals totals = new SchoolTotals(models.models().size());
        parts.forEach(part -> totals.merge(ByteBuffer.wrap(part)));
        return totals;
    }

    /** As far as the engine knows how large the rows are. */
    private static int parts(Dataset<Row> rows) {
        double size =
                rows.queryExecution().optimizedPlan().stats().sizeInBytes().toDouble();
        return (int) Math.min(MOST_PARTS, 1 + size / PART);
    }

    private Dataset<Row> spells(Dataset<Row> enrolments) {
        Column days = struct(unix_date(col("entered_on")), unix_date(col("left_on")));
        return enrolments.select(cells(lit(null), col("school_code"), lit(null), days, lit(null)));
    }

    private Dataset<Row> background(Dataset<Row> pupils) {
        Column[] columns = IntStream.range(0, models.columns().size())
                .mapToObj(i -> Covariates.text(models.columns().get(i)).cast(type(i)))
                .toArray(Column[]::new);
        return pupils.select(cells(lit(null), lit(null), lit(null), lit(null), struct(columns)));
    }

    private DataType type(int column) {
        return models.isNumber(column) ? DataTypes.DoubleType : DataTypes.StringType;
    }

    /** The cells of a row as {@link PupilRecord} takes it; what few rows have is in structures, whose absence takes little space. */
    private Column[] cells(Column exam, Column school, Column score, Column days, Column background) {
        StructType columns = new StructType();
        for (int i = 0; i < models.columns().size(); i++) {
            columns = columns.add("column_" + i, type(i));
        }
        return new Column[] {
            col("pupil_id"),
            exam.cast("int").as("exam"),
            school.cast("string").as("school_code"),
            score.cast("double").as("score"),
            days.cast(DAYS).as("days"),
            background.cast(columns).as("background")
        };
    }

    private SchoolTotals listed(Tables tables) {
        List<InternalRow> rows = new ArrayList<>();
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
        tables.records(Enrolments.class).forEach(e -> {
            InternalRow days = cells(day(e.enteredOn()), day(e.leftOn()));
            rows.add(row(e.pupilId(), null, e.schoolCode(), null, days, null));
        });
        Iterator<Tuple2<Integer, byte[]>> pupils = Parcels.of(1, rows.iterator(), new PupilRows(models));
        List<byte[]> closed = new ArrayList<>();
        closed(models, Parcels.of(1, pupils, new PupilShares(models, screenings)))
                .forEachRemaining(closed::add);
        return totals(closed);
    }

    private InternalRow background(Row pupil) {
        @Nullable Object[] cells = new @Nullable Object[models.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            String text = Covariates.text(pupil.<Object>getAs(models.columns().get(i)));
            cells[i] = text != null && models.isNumber(i) ? Double.valueOf(text) : UTF8String.fromString(text);
        }
        return row(pupil.getAs("pupil_id"), null, null, null, null, cells(cells));
    }

    /** The same as {@link #cells(Column, Column, Column, Column, Column)}. */
    private static InternalRow row(
            String pupil,
            @Nullable Integer exam,
            @Nullable String school,
            @Nullable Double score,
            @Nullable InternalRow days,
            @Nullable InternalRow background) {
        return cells(UTF8String.fromString(pupil), exam, UTF8String.fromString(school), score, days, background);
    }

    private static InternalRow cells(@Nullable Object... cells) {
        return new GenericInternalRow(cells);
    }

    private static @Nullable Integer day(@Nullable LocalDate day) {
        return day == null ? null : Integer.valueOf((int) day.toEpochDay());
    }
}
