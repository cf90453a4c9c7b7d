package org.junheng.jobs.rows;

import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Rows of a data set of the engine, which knows best how to leave out rows and columns of its files; what follows is done with parcels. */
record Spread(Dataset<Row> rows) implements Rows {

    /** As parcels. */
    Packed packed() {
        RowBytes shape = new RowBytes(struct());
        return new Packed(
                rows.sparkSession(),
                rows.queryExecution()
                        .toRdd()
                        .toJavaRDD()
                        .mapPartitions(in -> Packing.parcels(in, (row, to) -> shape.put(row, to.to(0)))),
                struct());
    }

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
    public Rows where(Which which) {
        return new Spread(rows.filter(which.column()));
    }

    @Override
    public Rows only(List<String> columns) {
        return new Spread(rows.select(columns.stream().map(functions::col).toArray(Column[]::new)));
    }

    @Override
    public Rows beside(Rows others) {
        return this;
    }

    @Override
    public Rows kept() {
        return packed().kept();
    }

    @Override
    public Rows within(String column) {
        return packed().within(column);
    }

    @Override
    public Rows and(Rows others) {
        return packed().and(others);
    }

    @Override
    public Rows each(StructType to, FlatMapFunction<Row, Row> step) {
        return packed().each(to, step);
    }

    @Override
    public Rows parts(StructType to, MapPartitionsFunction<Row, Row> step) {
        return packed().parts(to, step);
    }

    @Override
    public Rows grouped(List<String> by, StructType to, MapPartitionsFunction<Row, Row> step) {
        return packed().grouped(by, to, step);
    }

    @Override
    public Rows joined(Rows others, List<String> by, Unmatched own) {
        return packed().joined(others, by, own);
    }

    @Override
    public Rows met(
            MapFunction<Row, String> key,
            Rows others,
            MapFunction<Row, String> theirs,
            StructType to,
            CoGroupFunction<String, Row, Row, Row> step) {
        return packed().met(key, others, theirs, to, step);
    }

    @Override
    public <T> List<T> ordered(List<String> by, int most, Ordered<T> step) {
        return packed().ordered(by, most, step);
    }
}
