package org.junheng.jobs.stage;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.SubjectType;

/** The resource levels of every stage of every school as measures. */
public final class Levels {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);

    private Levels() {}

    public static Dataset<Row> of(Dataset<Row> resources) {
        return resources.map(
                (MapFunction<Row, Row>) row -> MEASURES.row(measure(POINT.record(row))),
                Encoders.row(MEASURES.struct()));
    }

    private static Measures measure(PanelPoint p) {
        String subject = p.schoolCode() + ":" + p.stage();
        return MeasureRow.of("resource.level", SubjectType.STAGE_SCHOOL, subject, p.year(), p.stage(), p.facet())
                .with(outcome(p));
    }

    static Outcome outcome(PanelPoint p) {
        Counts counts = new Counts(
                1L, p.pupils() == null ? null : Long.valueOf(p.pupils().longValue()), null);
        Words reason = Words.parse(p.reason());
        return p.value() == null
                ? new Absent(reason, counts)
                : new Value(p.value(), null, p.numerator(), p.denominator(), counts, reason);
    }
}
