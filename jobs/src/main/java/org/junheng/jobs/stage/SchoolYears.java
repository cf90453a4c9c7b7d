package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;
import org.junheng.subject.Membership;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Span;
import org.junheng.subject.UrbanRuralClass;

/** Schools of every year with their areas and clusters. */
public final class SchoolYears {
    private static final Schema<SchoolYear> SCHEMA = Schema.of(SchoolYear.class);

    private SchoolYears() {}

    public static Dataset<Row> of(
            Dataset<Row> schools, Dataset<Row> counties, Dataset<Row> memberships, List<Integer> years) {
        Dataset<Row> spans = memberships
                .filter(col("role").isNotNull())
                .groupBy("school_code")
                .agg(sort_array(collect_list(struct(col("joined_on"), col("cluster_id"), col("left_on"), col("role"))))
                        .as("spans"));
        Dataset<Row> areas = counties.select("county_code", "prefecture_code", "province_code");
        return schools.filter(col("year").isin(years.toArray()))
                .join(broadcast(areas), Columns.using("county_code"), "left")
                .join(spans, Columns.using("school_code"), "left")
                .map((MapFunction<Row, Row>) SchoolYears::attribute, Encoders.row(SCHEMA.struct()));
    }

    private static Row attribute(Row row) {
        int year = row.getInt(row.fieldIndex("year"));
        List<Membership> covering = memberships(row).stream()
                .filter(m -> m.covers(Span.rosterDay(year)))
                .toList();
        Optional<Membership> one = Membership.attributed(covering, Span.rosterDay(year));
        String participations = covering.stream()
                .map(m -> m.cluster() + ":" + m.role())
                .distinct()
                .collect(Collectors.joining(";"));
        return SCHEMA.row(new SchoolYear(
                row.getAs("school_code"),
                year,
                row.getAs("school_name"),
                word(SchoolType.class, row.getAs("school_type")),
                word(UrbanRuralClass.class, row.getAs("urban_rural_class")),
                row.getAs("counts_as_school"),
                row.getAs("parent_school_code"),
                row.getAs("is_quality_school"),
                row.getAs("county_code"),
                row.getAs("prefecture_code"),
                row.getAs("province_code"),
                one.map(Membership::cluster).orElse(null),
                one.map(Membership::role).orElse(null),
                participations.isEmpty() ? null : participations));
    }

    private static List<Membership> memberships(Row row) {
        List<Membership> memberships = new ArrayList<>();
        int at = row.fieldIndex("spans");
        if (!row.isNullAt(at)) {
            for (Row span : row.<Row>getList(at)) {
                memberships.add(new Membership(
                        span.getString(1), Role.valueOf(span.getString(3)), span.getAs(0), span.getAs(2)));
            }
        }
        return memberships;
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String word) {
        return word == null ? null : Enum.valueOf(type, word);
    }
}
