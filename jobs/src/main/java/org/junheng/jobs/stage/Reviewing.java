package org.junheng.jobs.stage;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.review.Protocol;
import org.junheng.subject.SubjectType;

/** Review and bundled assessment (综合评价与捆绑式考核): the published figures that scales read are collected once, everything else needs no engine. */
public final class Reviewing {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Schema<Scored> SCORED = Schema.of(Scored.class);

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
        List<Row> scored = figures.where(Which.ALL
                        .together(
                                List.of("metric_id", "facet"),
                                protocol.scales().stream()
                                        .map(scale -> scale.metric() + "|" + scale.facet())
                                        .toList())
                        .in(
                                "subject_type",
                                List.of(
                                        SubjectType.COUNTY,
                                        SubjectType.CLUSTER,
                                        SubjectType.SCHOOL,
                                        SubjectType.STAGE_SCHOOL))
                        .is("grouping", "")
                        .filled("value"))
                .each(SCORED.struct(), row -> shown(guard, row))
                .list();
        List<ReviewRows.School> schools = schoolYears.list().stream()
                .map(school -> ReviewRows.School.of(school, schoolYears.pupils(school)))
                .toList();
        return new ReviewRows(protocol, evaluation.seed(), scored.stream().map(SCORED::record), schools).reviewed();
    }

    private static Iterator<Row> shown(Guard guard, Row measured) {
        Scored figure = Scored.of(MEASURES.record(guard.measure(measured)));
        return figure == null
                ? Collections.emptyIterator()
                : List.of(SCORED.row(figure)).iterator();
    }
}
