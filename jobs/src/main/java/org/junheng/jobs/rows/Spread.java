package org.junheng.jobs.rows;

import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of the engine. */
record Spread(Dataset<Row> rows) implements Rows {

    @Override
    public StructType struct() {
        return rows.schema();
    }

    @Override
    public List<Row> list() {
        return rows.collectAsList();
    }

    @Override
    public Optional<Dataset<Row>> spread() {
        return Optional.of(rows);
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public Dataset<Row> dataset(SparkSession spark) {
        return rows;
    }

    @Override
    public Rows beside(Rows others) {
        return this;
    }

    @Override
    public Rows kept() {
        return new Spread(Kept.of(rows));
    }

    @Override
    public Rows where(Which which) {
        return new Spread(rows.filter(which.column()));
    }

    @Override
    public Rows only(List<String> columns) {
        return new Spread(rows.select(columns(columns)));
    }

    @Override
    public Rows within(String column) {
        return new Spread(rows.filter(functions.col(column).isNotNull()).select(column + ".*"));
    }

    @Override
    public Rows and(Rows others) {
        return new Spread(rows.unionByName(others.dataset(rows.sparkSession()), true));
    }

    @Override
    public Rows each(StructType to, FlatMapFunction<Row, Row> step) {
        return new Spread(rows.flatMap(step, Encoders.row(to)));
    }

    @Override
    public Rows parts(StructType to, MapPartitionsFunction<Row, Row> step) {
        return new Spread(rows.mapPartitions(step, Encoders.row(to)));
    }

    @Override
    public Rows grouped(List<String> by, StructType to, MapPartitionsFunction<Row, Row> step) {
        StructType key = new StructType(
                by.stream().map(name -> rows.schema().apply(name)).toArray(StructField[]::new));
        return new Spread(rows.groupBy(columns(by))
                .as(Encoders.row(key), Encoders.row(rows.schema()))
                .flatMapGroups(
                        (FlatMapGroupsFunction<Row, Row, Row>) (of, group) -> step.call(group), Encoders.row(to)));
    }

    @Override
    public Rows joined(Rows others, List<String> by, Unmatched own) {
        return new Spread(rows.join(
                others.dataset(rows.sparkSession()),
                CollectionConverters.asScala(by).toSeq(),
                own == Unmatched.STAYS ? "left" : "inner"));
    }

    @Override
    public Rows met(
            MapFunction<Row, String> key,
            Rows others,
            MapFunction<Row, String> theirs,
            StructType to,
            CoGroupFunction<String, Row, Row, Row> step) {
        return new Spread(rows.groupByKey(key, Encoders.STRING())
                .cogroup(
                        others.dataset(rows.sparkSession()).groupByKey(theirs, Encoders.STRING()),
                        step,
                        Encoders.row(to)));
    }

    private static Column[] columns(List<String> names) {
        return names.stream().map(functions::col).toArray(Column[]::new);
    }
}
