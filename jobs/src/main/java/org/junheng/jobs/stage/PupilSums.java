package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.table.Enrolments;
import scala.Tuple2;

/**
 * Sums pupils for value-added: scores and pupils meet by {@code pupil_id}, what is known of a pupil moves on to the other pupils of the school,
 * and only sums per school go further. The sums are exact, so the partitioning cannot change a bit. Lists are one partition.
 */
final class PupilSums {
    private static final StructType DAYS =
            new StructType().add("entered", DataTypes.IntegerType).add("left", DataTypes.IntegerType);
    private static final Encoder<Tuple2<String, byte[]>> KEYED = Encoders.tuple(Encoders.STRING(), Encoders.BINARY());

    /** What the engine takes the rows of a part to need, so that they are sorted in memory; a part costs, so that a smaller delivery has fewer. */
    private static final long PART = 8L << 20;

    private static final int MOST_PARTS = 64;

    private final PupilModels models;
    private final PupilShares sharing;
    private final SchoolClosing closing;

    private PupilSums(PupilModels models, SortedMap<Integer, Screening> screenings) {
        this.models = models;
        this.sharing = new PupilShares(models, screenings);
        this.closing = new SchoolClosing(models.models().size());
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
                .select(cells(exam, col("school_code"), col("score"), lit(null), lit(null)));
        Dataset<Row> known = models.columns().isEmpty() ? scores : scores.union(background(tables.dataset("pupils")));
        Dataset<Row> rows = known.union(spells(tables.dataset("enrolments")));
        int tasks = Integer.parseInt(rows.sparkSession().conf().get("spark.sql.shuffle.partitions"));
        int parts = Math.max(tasks, parts(rows));
        return taken(rows.repartition(parts, col("place"))
                .sortWithinPartitions("place") // numbers are sorted without comparing any two of them
                .coalesce(tasks) // a task takes part after part, and says once whom it followed
                .mapPartitions(sharing, KEYED)
                .repartition(parts, col("_1"))
                .sortWithinPartitions(xxhash64(col("_1")))
                .mapPartitions(closing, KEYED)
                .collectAsList());
    }

    /** So many that each is sorted in memory, as far as the engine knows how large the rows are. */
    private static int parts(Dataset<Row> rows) {
        double size =
                rows.queryExecution().optimizedPlan().stats().sizeInBytes().toDouble();
        return (int) Math.min(MOST_PARTS, 1 + size / PART);
    }

    /** One after the other; what has been given is held no longer. */
    private static <T> Iterator<T> taken(List<T> all) {
        Queue<T> left = new ArrayDeque<>(all);
        return Stream.generate(left::remove).limit(left.size()).iterator();
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
            background.cast(columns).as("background"),
            xxhash64(col("pupil_id")).as("place")
        };
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
        tables.records(Enrolments.class).forEach(e -> {
            Row days = RowFactory.create(day(e.enteredOn()), day(e.leftOn()));
            rows.add(row(e.pupilId(), null, e.schoolCode(), null, days, null));
        });
        rows.sort(Comparator.comparingLong(PupilRecord::place));
        List<Tuple2<String, byte[]>> shares = new ArrayList<>();
        sharing.call(rows.iterator()).forEachRemaining(shares::add);
        shares.sort(Comparator.comparing(Tuple2::_1));
        return closing.call(shares.iterator());
    }

    private Row background(Row pupil) {
        @Nullable Object[] cells = new @Nullable Object[models.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            String text = Covariates.text(pupil.<Object>getAs(models.columns().get(i)));
            cells[i] = text != null && models.isNumber(i) ? Double.valueOf(text) : text;
        }
        return row(pupil.getAs("pupil_id"), null, null, null, null, RowFactory.create(cells));
    }

    private static Row row(
            String pupil,
            @Nullable Integer exam,
            @Nullable String school,
            @Nullable Double score,
            @Nullable Row days,
            @Nullable Row background) {
        return RowFactory.create(pupil, exam, school, score, days, background, (long) pupil.hashCode());
    }

    private static @Nullable Integer day(@Nullable LocalDate day) {
        return day == null ? null : Integer.valueOf((int) day.toEpochDay());
    }
}
