package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.review.Protocol;
import org.junheng.review.Scale;
import org.junheng.subject.SubjectType;

/** Review and bundled assessment (综合评价与捆绑式考核): the published figures that scales read are collected once, everything else needs no engine. */
public final class Reviewing {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);

    private Reviewing() {}

    /** @param figures as they are published: what is withheld is not scored */
    public static Reviewed of(
            Dataset<Row> figures, Dataset<Row> schoolYears, Dataset<Row> staff, Evaluation evaluation) {
        Protocol protocol = evaluation.scoring();
        if (protocol == null) {
            return Reviewed.NOTHING;
        }
        List<Measures> scored = figures
                .filter(col("metric_id")
                        .isin(protocol.scales().stream()
                                .map(Scale::metric)
                                .distinct()
                                .toArray()))
                .filter(col("subject_type")
                        .isin(
                                SubjectType.COUNTY.toString(),
                                SubjectType.CLUSTER.toString(),
                                SubjectType.SCHOOL.toString(),
                                SubjectType.STAGE_SCHOOL.toString()))
                .filter(col("value").isNotNull().and(col("grouping").equalTo("")))
                .collectAsList()
                .stream()
                .map(MEASURES::record)
                .toList();
        List<ReviewRows.School> schools = schoolYears
                .join(FigurePanel.ofSchool(staff).drop("at"), Columns.using("school_code", "year"), "left")
                .select("school_code", "year", "county_code", "cluster_id", "role", "stage_pupils")
                .collectAsList()
                .stream()
                .map(ReviewRows.School::of)
                .toList();
        return new ReviewRows(protocol, evaluation.seed(), scored, schools).reviewed();
    }
}
