package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.SurveyCounts;

/**
 * Answers of every school, respondent group and item as rows of the panel. Where single answers and counts speak of the same school, year and
 * group the single answers win. {@code survey:<GROUP>} is the item {@code overall} when asked, else all items together.
 */
public final class SurveyPanel {
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);
    private static final Schema<SchoolYear> SCHOOL = Schema.of(SchoolYear.class);
    private static final Schema<SurveyCounts> COUNTS = Schema.of(SurveyCounts.class);
    private static final Schema<SurveyFigure> FIGURE = Schema.of(SurveyFigure.class);
    private static final StructType KEY = new StructType()
            .add("school_code", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("respondent_group", DataTypes.StringType);
    private static final List<String> TAKEN =
            List.of("school_code", "year", "respondent_group", "item", "response_id", "answer");

    private SurveyPanel() {}

    public static Dataset<Row> of(
            Dataset<Row> schoolYears, Dataset<Row> counts, Dataset<Row> responses, Dataset<Row> staff) {
        return schoolYears
                .join(figures(counts, responses), Columns.using("school_code", "year"))
                .join(FigurePanel.ofSchool(staff).drop("at"), Columns.using("school_code", "year"), "left")
                .map((MapFunction<Row, Row>) SurveyPanel::point, Encoders.row(POINT.struct()));
    }

    /** One row per school, year and facet ({@link SurveyFigure}). */
    static Dataset<Row> figures(Dataset<Row> counts, Dataset<Row> responses) {
        Dataset<Row> answers = counts.select(Columns.of(COUNTS.names()))
                .withColumn("response_id", lit(null).cast("string"))
                .withColumn("answer", lit(null).cast("int"))
                .unionByName(singles(responses));
        return answers.groupBy(Columns.of(List.of(KEY.fieldNames())))
                .as(Encoders.row(KEY), Encoders.row(answers.schema()))
                .flatMapGroups(
                        (FlatMapGroupsFunction<Row, Row, Row>) (key, rows) ->
                                FIGURE.rows(SurveyGroup.figures(rows)).iterator(),
                        Encoders.row(FIGURE.struct()));
    }

    private static Dataset<Row> singles(Dataset<Row> responses) {
        return responses
                .filter(col("answer").isNotNull())
                .filter(col("school_code")
                        .isNotNull()
                        .and(col("respondent_group").isNotNull()))
                .select(Stream.concat(COUNTS.names().stream(), Stream.of("response_id", "answer"))
                        .map(name -> TAKEN.contains(name)
                                ? col(name)
                                : lit(null).cast("bigint").as(name))
                        .toArray(Column[]::new));
    }

    private static Row point(Row row) {
        SurveyFigure figure = FIGURE.record(row);
        return POINT.row(new Points(SCHOOL.record(row))
                .figure(
                        Kind.SURVEY,
                        null,
                        null,
                        figure.facet(),
                        Points.Figures.survey(figure, FigurePanel.number(row, "stage_pupils"))));
    }
}
