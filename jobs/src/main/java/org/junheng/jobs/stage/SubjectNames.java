package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Subjects;
import org.junheng.subject.SubjectType;

/** Names and places of everything that numbers are about, as of the last year delivered. */
public final class SubjectNames {
    private static final Schema<Subjects> SUBJECT = Schema.of(Subjects.class);
    private static final StructType DATED = SUBJECT.struct().add("year", DataTypes.IntegerType, false);
    private static final int UNDATED = 0;

    private SubjectNames() {}

    public static Dataset<Row> of(
            Dataset<Row> schoolYears, Dataset<Row> counties, Dataset<Row> clusters, Dataset<Row> staff) {
        Dataset<Row> schools = schoolYears
                .join(staff.select("school_code", "year", "stage"), Columns.using("school_code", "year"), "left")
                .flatMap((FlatMapFunction<Row, Row>) SubjectNames::school, Encoders.row(DATED));
        Dataset<Row> areas = counties.flatMap((FlatMapFunction<Row, Row>) SubjectNames::areas, Encoders.row(DATED));
        Dataset<Row> groups = clusters.join(
                        counties.select("county_code", "prefecture_code", "province_code"),
                        Columns.using("county_code"),
                        "left")
                .map((MapFunction<Row, Row>) SubjectNames::cluster, Encoders.row(DATED));
        return schools.union(areas)
                .union(groups)
                .groupByKey(
                        (MapFunction<Row, String>)
                                row -> row.<String>getAs("subject_type") + "|" + row.<String>getAs("subject_id"),
                        Encoders.STRING())
                .mapGroups(
                        (MapGroupsFunction<String, Row, Row>) (key, rows) -> last(rows),
                        Encoders.row(SUBJECT.struct()));
    }

    private static Iterator<Row> school(Row row) {
        String code = row.getAs("school_code");
        String stage = row.getAs("stage");
        List<Row> rows = new ArrayList<>();
        rows.add(place(row, SubjectType.SCHOOL, code, "school_name", row.getAs("year")));
        if (stage != null) {
            rows.add(place(row, SubjectType.STAGE_SCHOOL, code + ":" + stage, "school_name", row.getAs("year")));
        }
        return rows.iterator();
    }

    private static Row cluster(Row row) {
        return place(row, SubjectType.CLUSTER, row.getAs("cluster_id"), "cluster_name", UNDATED);
    }

    private static Iterator<Row> areas(Row row) {
        List<Row> rows = new ArrayList<>();
        rows.add(place(row, SubjectType.COUNTY, row.getAs("county_code"), "county_name", UNDATED));
        String prefecture = row.getAs("prefecture_code");
        String province = row.getAs("province_code");
        if (prefecture != null) {
            rows.add(dated(
                    new Subjects(
                            SubjectType.PREFECTURE,
                            prefecture,
                            row.getAs("prefecture_name"),
                            null,
                            prefecture,
                            province),
                    UNDATED));
        }
        if (province != null) {
            rows.add(dated(
                    new Subjects(SubjectType.PROVINCE, province, row.getAs("province_name"), null, null, province),
                    UNDATED));
        }
        return rows.iterator();
    }

    private static Row place(Row row, SubjectType type, String id, String name, int year) {
        return dated(
                new Subjects(
                        type,
                        id,
                        row.getAs(name),
                        row.getAs("county_code"),
                        row.getAs("prefecture_code"),
                        row.getAs("province_code")),
                year);
    }

    private static Row dated(Subjects subject, int year) {
        Row row = SUBJECT.row(subject);
        Object[] cells = new Object[DATED.size()];
        for (int i = 0; i < row.size(); i++) {
            cells[i] = row.get(i);
        }
        cells[row.size()] = year;
        return Schema.named(cells, DATED);
    }

    /** The row of the last year; of several in a year the last in the order of names. */
    private static Row last(Iterator<Row> rows) {
        List<Row> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        all.sort(Comparator.comparing((Row r) -> r.<Integer>getAs("year")).thenComparing(SubjectNames::text));
        return SUBJECT.row(SUBJECT.record(all.get(all.size() - 1)));
    }

    private static String text(Row row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SUBJECT.struct().size(); i++) {
            @Nullable Object cell = row.get(i);
            text.append(cell == null ? "" : cell).append('|');
        }
        return text.toString();
    }
}
