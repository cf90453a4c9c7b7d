package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.RespondentGroup;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.SurveyCounts;
import org.junheng.subject.Facet;

/**
 * Answers of every school, respondent group and item as rows of the panel. Where single answers and counts speak of the same school, year and
 * group the single answers win. {@code survey:<GROUP>} is the item {@code overall} when asked, else all items together.
 */
public final class SurveyPanel {
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);
    private static final Schema<SchoolYear> SCHOOL = Schema.of(SchoolYear.class);
    private static final Schema<SurveyCounts> COUNTS = Schema.of(SurveyCounts.class);
    private static final StructType KEY = new StructType()
            .add("school_code", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("respondent_group", DataTypes.StringType);
    private static final String OVERALL = "overall";

    private SurveyPanel() {}

    public static Dataset<Row> of(Dataset<Row> schoolYears, Dataset<Row> counts, Dataset<Row> responses) {
        Dataset<Row> answers = answers(responses);
        Dataset<Row> spoken =
                answers.select("school_code", "year", "respondent_group").distinct();
        Dataset<Row> all = counts.select(Columns.of(COUNTS.names()))
                .join(spoken, Columns.using("school_code", "year", "respondent_group"), "left_anti")
                .unionByName(answers);
        Dataset<Row> dossiers = schoolYears.join(all, Columns.using("school_code", "year"));
        return dossiers.groupBy(Columns.of(List.of(KEY.fieldNames())))
                .as(Encoders.row(KEY), Encoders.row(dossiers.schema()))
                .flatMapGroups(
                        (FlatMapGroupsFunction<Row, Row, Row>) (key, rows) -> points(rows),
                        Encoders.row(POINT.struct()));
    }

    private static Dataset<Row> answers(Dataset<Row> responses) {
        return responses
                .filter(col("answer").isNotNull())
                .filter(col("school_code")
                        .isNotNull()
                        .and(col("respondent_group").isNotNull()))
                .groupBy("school_code", "year", "respondent_group", "item")
                .agg(
                        answered(5).as("very_satisfied"),
                        answered(4).as("satisfied"),
                        answered(3).as("neutral"),
                        answered(2).as("dissatisfied"),
                        answered(1).as("very_dissatisfied"))
                .withColumn("issued_count", lit(null).cast("bigint"));
    }

    private static Column answered(int answer) {
        return sum(when(col("answer").equalTo(answer), lit(1L)).otherwise(lit(0L)));
    }

    private static Iterator<Row> points(Iterator<Row> rows) {
        List<SurveyCounts> items = new ArrayList<>();
        SchoolYear school = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            school = SCHOOL.record(row);
            items.add(COUNTS.record(row));
        }
        List<Row> points = new ArrayList<>();
        if (school != null) {
            items.sort((a, b) -> a.item().compareTo(b.item()));
            Points of = new Points(school);
            RespondentGroup group = items.get(0).respondentGroup();
            for (SurveyCounts item : items) {
                points.add(point(of, Facet.SURVEY + group + ":" + item.item(), List.of(item)));
            }
            List<SurveyCounts> overall =
                    items.stream().filter(i -> i.item().equals(OVERALL)).toList();
            points.add(point(of, Facet.SURVEY + group, overall.isEmpty() ? items : overall));
        }
        return points.iterator();
    }

    private static Row point(Points of, String facet, List<SurveyCounts> items) {
        Long satisfied = 0L;
        Long answered = 0L;
        Long issued = 0L;
        for (SurveyCounts i : items) {
            Long top = plus(i.verySatisfied(), i.satisfied());
            satisfied = plus(satisfied, top);
            answered = plus(answered, plus(top, plus(i.neutral(), plus(i.dissatisfied(), i.veryDissatisfied()))));
            issued = plus(issued, i.issuedCount());
        }
        return POINT.row(of.figure(Kind.SURVEY, null, null, facet, Points.Figures.survey(satisfied, answered, issued)));
    }

    private static @Nullable Long plus(@Nullable Long a, @Nullable Long b) {
        return a == null || b == null ? null : Long.valueOf(a + b);
    }
}
