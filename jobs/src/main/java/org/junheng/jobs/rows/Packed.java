package org.junheng.jobs.rows;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Rows that an engine has, as parcels of bytes ({@link RowBytes}). For what is done with them here the engine's own rows cost more than the work itself: each would be
 * taken apart and put together again at every step.
 */
record Packed(SparkSession spark, JavaRDD<byte[]> parcels, StructType struct) implements Rows {

    /** Rows of this program as the engine's. */
    static Packed of(SparkSession spark, StructType struct, Iterator<Row> rows) {
        return new Packed(spark, Kept.given(spark, Packing.packed(rows, new RowBytes(struct))), struct);
    }

    static Packed of(SparkSession spark, Rows rows) {
        return rows instanceof Listed listed
                ? of(spark, listed.struct(), listed.list().iterator())
                : of(rows);
    }

    /** What the engine has already. */
    static Packed of(Rows rows) {
        if (rows instanceof Spread spread) {
            return spread.packed();
        }
        return (Packed) rows;
    }

    /** What a step knows may be large; a machine takes it once, not with every task. Several tasks use it at once. */
    private <T> Broadcast<T> once(T step) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(step);
    }

    private Packed with(JavaRDD<byte[]> others) {
        return new Packed(spark, others, struct);
    }

    @Override
    public Optional<Dataset<Row>> spread() {
        return Optional.of(dataset(spark));
    }

    @Override
    public List<Row> list() {
        RowBytes shape = new RowBytes(struct);
        return Workers.each(parcels.glom().collect(), part -> Workers.listed(Packing.rows(part.iterator(), shape)));
    }

    @Override
    public boolean isEmpty() {
        return parcels.isEmpty();
    }

    @Override
    public Dataset<Row> dataset(SparkSession asked) {
        RowBytes shape = new RowBytes(struct);
        return asked.createDataFrame(parcels.mapPartitions(in -> Packing.rows(in, shape)), struct);
    }

    @Override
    public Rows beside(Rows others) {
        return this;
    }

    @Override
    public Rows kept() {
        return with(Kept.of(spark, parcels));
    }

    @Override
    public Rows where(Which which) {
        RowBytes shape = new RowBytes(struct);
        return with(parcels.mapPartitions(in -> Selection.of(which, shape).from(in)));
    }

    @Override
    public Rows only(List<String> columns) {
        return shaped(new StructType(columns.stream().map(struct::apply).toArray(StructField[]::new)));
    }

    /** With these columns; one that is not here is empty. */
    private Packed shaped(StructType to) {
        if (List.of(to.fieldNames()).equals(List.of(struct.fieldNames()))) {
            return this;
        }
        List<String> names = List.of(struct.fieldNames());
        int[] places = Stream.of(to.fieldNames()).mapToInt(names::indexOf).toArray();
        RowBytes shape = new RowBytes(struct);
        RowBytes other = new RowBytes(to);
        return new Packed(
                spark,
                parcels.mapPartitions(in ->
                        Packing.parcels(Packing.rows(in, shape), (row, out) -> other.put(row, places, out.to(0)))),
                to);
    }

    @Override
    public Rows within(String column) {
        int at = struct.fieldIndex(column);
        RowBytes shape = new RowBytes(struct);
        return new Packed(
                spark,
                parcels.mapPartitions(in -> Packing.parcels(
                        in,
                        (parcel, out) -> Packing.pass(parcel, (bytes, begin, end) -> {
                            if (shape.isThere(bytes, begin, at)) {
                                int cell = shape.place(bytes, begin, at);
                                out.to(0).putRaw(parcel, cell, RowBytes.end(bytes, cell) - cell);
                            }
                        }))),
                (StructType) struct.fields()[at].dataType());
    }

    @Override
    public Rows and(Rows others) {
        List<String> names = List.of(struct.fieldNames());
        StructType to = new StructType(Stream.concat(
                        Arrays.stream(struct.fields()),
                        Arrays.stream(others.struct().fields()).filter(field -> !names.contains(field.name())))
                .toArray(StructField[]::new));
        Packed more = of(spark, others);
        return new Packed(spark, shaped(to).parcels.union(more.shaped(to).parcels), to);
    }

    @Override
    public Rows each(StructType to, FlatMapFunction<Row, Row> step) {
        Broadcast<FlatMapFunction<Row, Row>> once = once(step);
        return made(to, rows -> Packing.each(rows, once.value()));
    }

    @Override
    public Rows parts(StructType to, MapPartitionsFunction<Row, Row> step) {
        Broadcast<MapPartitionsFunction<Row, Row>> once = once(step);
        return made(to, rows -> once.value().call(rows));
    }

    private Packed made(StructType to, MapPartitionsFunction<Row, Row> step) {
        RowBytes shape = new RowBytes(struct);
        RowBytes made = new RowBytes(to);
        return new Packed(
                spark, parcels.mapPartitions(in -> Packing.packed(step.call(Packing.rows(in, shape)), made)), to);
    }

    @Override
    public Rows grouped(List<String> by, StructType to, MapPartitionsFunction<Row, Row> step) {
        int[] key = by.stream().mapToInt(struct::fieldIndex).toArray();
        Broadcast<MapPartitionsFunction<Row, Row>> once = once(step);
        RowBytes shape = new RowBytes(struct);
        RowBytes made = new RowBytes(to);
        return new Packed(
                spark,
                Meeting.of(spark, List.of(parcels), List.of(new Meeting.OfCells(shape, key)))
                        .mapPartitions(met -> Packing.packed(
                                Packing.each(met, group -> once.value().call(group.rows(0, shape))), made)),
                to);
    }

    @Override
    public Rows joined(Rows others, List<String> by, Unmatched own) {
        Packed other = of(spark, others);
        Join join = new Join(struct, other.struct, by);
        RowBytes mine = new RowBytes(struct);
        RowBytes theirs = new RowBytes(other.struct);
        RowBytes made = new RowBytes(join.struct());
        return new Packed(
                spark,
                Meeting.of(
                                spark,
                                List.of(parcels, other.parcels),
                                List.of(
                                        new Meeting.OfCells(mine, join.key()),
                                        new Meeting.OfCells(theirs, join.keyOfOthers())))
                        .mapPartitions(met -> Packing.packed(
                                Packing.each(
                                        met,
                                        pair -> join.rows(
                                                Workers.listed(pair.rows(0, mine)),
                                                Workers.listed(pair.rows(1, theirs)),
                                                own)),
                                made)),
                join.struct());
    }

    @Override
    public Rows met(
            MapFunction<Row, String> key,
            Rows others,
            MapFunction<Row, String> theirs,
            StructType to,
            CoGroupFunction<String, Row, Row, Row> step) {
        Packed other = of(spark, others);
        Broadcast<CoGroupFunction<String, Row, Row, Row>> once = once(step);
        Broadcast<MapFunction<Row, String>> keyOfOwn = once(key);
        Broadcast<MapFunction<Row, String>> keyOfOthers = once(theirs);
        RowBytes own = new RowBytes(struct);
        RowBytes their = new RowBytes(other.struct);
        RowBytes made = new RowBytes(to);
        return new Packed(
                spark,
                Meeting.of(
                                spark,
                                List.of(parcels, other.parcels),
                                List.of(new Meeting.OfRow(own, keyOfOwn), new Meeting.OfRow(their, keyOfOthers)))
                        .mapPartitions(met -> Packing.packed(
                                Packing.each(met, pair -> once.value()
                                        .call(pair.text(), pair.rows(0, own), pair.rows(1, their))),
                                made)),
                to);
    }

    @Override
    public <T> List<T> ordered(List<String> by, int most, Ordered<T> step) {
        boolean isHere = spark.sparkContext().isLocal(); // the machines of a cluster need not see the folder of the run
        return new Sorting(struct, by).each(parcels, most, isHere, once(step));
    }
}
