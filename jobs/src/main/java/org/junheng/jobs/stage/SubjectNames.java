package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Subjects;
import org.junheng.subject.SubjectType;

/** Names and places of everything that numbers are about, as of the last year delivered. */
public final class SubjectNames {
    private static final String[] COLUMNS = Schema.of(Subjects.class).names().toArray(String[]::new);

    private SubjectNames() {}

    public static Dataset<Row> of(
            Dataset<Row> schoolYears, Dataset<Row> counties, Dataset<Row> clusters, Dataset<Row> staff) {
        Dataset<Row> schools = schoolYears
                .groupBy("school_code")
                .agg(max(struct(
                                col("year"),
                                col("school_name").as("name"),
                                col("county_code"),
                                col("prefecture_code"),
                                col("province_code")))
                        .as("last"))
                .select(col("school_code"), col("last.*"));
        Dataset<Row> stages = staff.select("school_code", "stage").distinct().join(schools, "school_code");
        return named(SubjectType.SCHOOL, schools, col("school_code"))
                .unionByName(
                        named(SubjectType.STAGE_SCHOOL, stages, concat(col("school_code"), lit(":"), col("stage"))))
                .unionByName(named(
                        SubjectType.CLUSTER,
                        clusters.withColumnRenamed("cluster_name", "name")
                                .join(areas(counties), Columns.using("county_code"), "left"),
                        col("cluster_id")))
                .unionByName(named(
                        SubjectType.COUNTY, counties.withColumnRenamed("county_name", "name"), col("county_code")))
                .unionByName(named(SubjectType.PREFECTURE, larger(counties, "prefecture"), col("prefecture_code")))
                .unionByName(named(SubjectType.PROVINCE, larger(counties, "province"), col("province_code")));
    }

    private static Dataset<Row> areas(Dataset<Row> counties) {
        return counties.select("county_code", "prefecture_code", "province_code");
    }

    private static Dataset<Row> larger(Dataset<Row> counties, String area) {
        boolean prefecture = area.equals("prefecture");
        Column prefectureCode = prefecture ? col("prefecture_code") : lit(null).cast("string");
        return counties.filter(col(area + "_code").isNotNull())
                .withColumn("prefecture", prefectureCode)
                .groupBy(col(area + "_code").as("code"))
                .agg(
                        max(area + "_name").as("name"),
                        max("prefecture").as("prefecture_code"),
                        max("province_code").as("province_code"))
                .withColumn("county_code", lit(null).cast("string"))
                .withColumn(prefecture ? "prefecture_code" : "province_code", concat_ws("", col("code")));
    }

    private static Dataset<Row> named(SubjectType type, Dataset<Row> rows, Column id) {
        return rows.filter(id.isNotNull())
                .withColumn("subject_type", lit(type.toString()))
                .withColumn("subject_id", id)
                .select(java.util.Arrays.stream(COLUMNS)
                        .map(org.apache.spark.sql.functions::col)
                        .toArray(Column[]::new));
    }
}
