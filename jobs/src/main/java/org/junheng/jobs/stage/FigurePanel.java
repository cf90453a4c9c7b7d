package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.SchoolIndicators;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.stats.Decimals;
import org.junheng.subject.Facet;
import org.junheng.subject.Stage;

/** Mean scores, pass shares and further indicators of schools as rows of the panel, not yet weighted. */
public final class FigurePanel {
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);
    private static final Schema<SchoolYear> SCHOOL = Schema.of(SchoolYear.class);
    private static final Schema<SchoolScores> SCORE = Schema.of(SchoolScores.class);
    private static final Schema<SchoolIndicators> INDICATOR = Schema.of(SchoolIndicators.class);

    private FigurePanel() {}

    public static Dataset<Row> of(
            Dataset<Row> schoolYears, Dataset<Row> scores, Dataset<Row> indicators, Dataset<Row> staff) {
        Dataset<Row> staged = scores.select(Columns.of(SCORE.names()))
                .withColumn(
                        "stage",
                        when(col("grade").leq(6), "PRIMARY")
                                .when(col("grade").leq(9), "JUNIOR")
                                .otherwise("SENIOR"));
        Dataset<Row> figures = staged.unionByName(indicators.select(Columns.of(INDICATOR.names())), true);
        return withPupils(schoolYears.join(figures, Columns.using("school_code", "year")), staff)
                .flatMap((FlatMapFunction<Row, Row>) FigurePanel::points, Encoders.row(POINT.struct()));
    }

    /** Pupils of the row's stage; of all stages together where a row speaks of the whole school. */
    private static Dataset<Row> withPupils(Dataset<Row> rows, Dataset<Row> staff) {
        Dataset<Row> ofStage = staff.select(
                col("school_code"),
                col("year"),
                col("stage").as("at"),
                col("pupil_count").as("stage_pupils"));
        return rows.withColumn("at", concat(lit(""), org.apache.spark.sql.functions.coalesce(col("stage"), lit(""))))
                .join(ofStage.unionByName(ofSchool(staff)), Columns.using("school_code", "year", "at"), "left");
    }

    /** Pupils of all stages together ({@code stage_pupils}, {@code at} being empty); unknown where one stage's are. */
    static Dataset<Row> ofSchool(Dataset<Row> staff) {
        return staff.groupBy("school_code", "year")
                .agg(
                        sum("pupil_count").as("all_pupils"),
                        sum(when(col("pupil_count").isNull(), lit(1)).otherwise(lit(0)))
                                .as("unknown"))
                .select(
                        col("school_code"),
                        col("year"),
                        lit("").as("at"),
                        when(col("unknown").equalTo(0), col("all_pupils")).as("stage_pupils"));
    }

    private static Iterator<Row> points(Row row) {
        SchoolYear school = SCHOOL.record(row);
        if (!school.isCompared()) {
            return Collections.emptyIterator();
        }
        Points of = new Points(school);
        Double pupils = number(row, "stage_pupils");
        List<PanelPoint> points = row.getAs("indicator") == null
                ? scores(of, SCORE.record(row), pupils)
                : List.of(indicator(of, INDICATOR.record(row), pupils));
        return POINT.rows(points).iterator();
    }

    private static List<PanelPoint> scores(Points of, SchoolScores s, @Nullable Double pupils) {
        Stage stage = Stage.ofGrade(s.grade());
        return List.of(
                of.figure(
                        Kind.FACET,
                        stage,
                        s.grade(),
                        Facet.score(s.subject()),
                        Points.Figures.score(s.meanScore(), s.testedCount(), s.sdScore(), pupils)),
                of.figure(
                        Kind.FACET,
                        stage,
                        s.grade(),
                        Facet.pass(s.subject()),
                        Points.Figures.score(s.passShare(), s.testedCount(), null, pupils)));
    }

    private static PanelPoint indicator(Points of, SchoolIndicators i, @Nullable Double pupils) {
        return of.figure(Kind.FACET, i.stage(), null, Facet.indicator(i.indicator()), figures(i, pupils));
    }

    private static Points.Figures figures(SchoolIndicators i, @Nullable Double pupils) {
        Double n = i.numerator();
        Double d = i.denominator();
        if (i.value() == null && n != null && d != null && d != 0) {
            double quotient = Decimals.ratio(Decimals.of(n), Decimals.of(d)).doubleValue();
            return new Points.Figures(quotient, d, pupils, null, 1.0, n, d, null, null, null, "");
        }
        return new Points.Figures(i.value(), d, pupils, null, null, null, null, null, null, null, "");
    }

    static @Nullable Double number(Row row, String column) {
        Number cell = row.getAs(column);
        return cell == null ? null : Double.valueOf(cell.doubleValue());
    }
}
