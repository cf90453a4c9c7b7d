package org.junheng.jobs.stage;

import java.util.List;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.review.Protocol;
import org.junheng.review.Scale;
import org.junheng.subject.SubjectType;

/** Review and bundled assessment (综合评价与捆绑式考核): the published figures that scales read are collected once, everything else needs no engine. */
public final class Reviewing {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);

    private Reviewing() {}

    /**
     * @param figures as they were measured
     * @param guard what is withheld is not scored
     */
    public static Reviewed of(Rows figures, Guard guard, SchoolYears schoolYears, Evaluation evaluation) {
        Protocol protocol = evaluation.scoring();
        if (protocol == null) {
            return Reviewed.NOTHING;
        }
        List<Measures> scored = figures
                .where(Which.ALL
                        .in(
                                "metric_id",
                                protocol.scales().stream().map(Scale::metric).toList())
                        .in(
                                "subject_type",
                                List.of(
                                        SubjectType.COUNTY,
                                        SubjectType.CLUSTER,
                                        SubjectType.SCHOOL,
                                        SubjectType.STAGE_SCHOOL))
                        .is("grouping", "")
                        .filled("value"))
                .list()
                .stream()
                .map(guard::measure)
                .filter(row -> row.getAs("value") != null)
                .map(MEASURES::record)
                .toList();
        List<ReviewRows.School> schools = schoolYears.list().stream()
                .map(school -> ReviewRows.School.of(school, schoolYears.pupils(school)))
                .toList();
        return new ReviewRows(protocol, evaluation.seed(), scored, schools).reviewed();
    }
}
