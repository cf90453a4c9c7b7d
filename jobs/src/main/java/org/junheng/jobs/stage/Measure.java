package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.subject.SubjectType;

/** The panel under its subjects, measured: one group is one subject and facet with all its years. */
public final class Measure {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);

    private Measure() {}

    public static Dataset<Row> of(Dataset<Row> underSubjects, int baseline) {
        return underSubjects
                .groupByKey((MapFunction<Row, String>) Measure::key, Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (key, rows) -> measure(rows, baseline),
                        Encoders.row(MEASURES.struct()));
    }

    private static String key(Row row) {
        return String.join(
                "|",
                row.<String>getAs("kind"),
                row.<String>getAs("subject_type"),
                row.<String>getAs("stage"),
                String.valueOf(row.<Integer>getAs("grade")),
                row.<String>getAs("facet"),
                row.<String>getAs("subject_id"));
    }

    private static Iterator<Row> measure(Iterator<Row> rows, int baseline) {
        Row first = rows.next();
        List<PanelPoint> points = new ArrayList<>(List.of(POINT.record(first)));
        rows.forEachRemaining(row -> points.add(POINT.record(row)));
        SubjectType type =
                SubjectType.valueOf(first.<String>getAs("subject_type").toUpperCase(Locale.ROOT));
        return MEASURES.rows(Series.measures(type, first.getAs("subject_id"), points, baseline))
                .iterator();
    }
}
