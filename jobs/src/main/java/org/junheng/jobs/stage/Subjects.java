package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Schema;
import org.junheng.subject.Role;
import org.junheng.subject.SubjectType;

/** Every row of the panel under each subject that it says something about: its area, its clusters, the school itself. */
public final class Subjects {
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);
    static final StructType STRUCT = POINT.struct()
            .add("subject_type", DataTypes.StringType, false)
            .add("subject_id", DataTypes.StringType, false);

    private Subjects() {}

    public static Dataset<Row> of(Dataset<Row> points) {
        return points.flatMap((FlatMapFunction<Row, Row>) Subjects::each, Encoders.row(STRUCT));
    }

    private static Iterator<Row> each(Row row) {
        PanelPoint point = POINT.record(row);
        List<Row> rows = new ArrayList<>();
        area(rows, point, SubjectType.COUNTY, point.countyCode());
        area(rows, point, SubjectType.PREFECTURE, point.prefectureCode());
        area(rows, point, SubjectType.PROVINCE, point.provinceCode());
        if (point.kind() == Kind.SURVEY) {
            area(rows, point, SubjectType.SCHOOL, point.schoolCode());
        }
        if (point.participations() != null && point.kind() != Kind.ROSTER && point.kind() != Kind.PLACES) {
            clusters(rows, point, point.participations());
        }
        return rows.iterator();
    }

    private static void area(List<Row> rows, PanelPoint point, SubjectType type, @Nullable String id) {
        if (id != null) {
            rows.add(under(point, point.role(), type, id));
        }
    }

    private static void clusters(List<Row> rows, PanelPoint point, String participations) {
        for (String participation : participations.split(";", -1)) {
            int at = participation.lastIndexOf(':');
            Role role = Role.valueOf(participation.substring(at + 1).toUpperCase(Locale.ROOT));
            rows.add(under(point, role, SubjectType.CLUSTER, participation.substring(0, at)));
        }
    }

    private static Row under(PanelPoint point, @Nullable Role role, SubjectType type, String id) {
        Row row = POINT.row(point);
        Object[] cells = new Object[STRUCT.size()];
        for (int i = 0; i < row.size(); i++) {
            cells[i] = row.get(i);
        }
        cells[POINT.struct().fieldIndex("role")] = role == null ? null : role.name();
        cells[row.size()] = type.toString();
        cells[row.size() + 1] = id;
        return Schema.named(cells, STRUCT);
    }
}
