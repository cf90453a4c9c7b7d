package org.junheng.jobs.rows;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** Rows of one or several shapes that meet where their keys are the same, those of a part of the work in memory at once. */
final class Meeting {
    private Meeting() {}

    /** The key of a row, as bytes. */
    interface Key extends Serializable {
        void put(ByteBuffer in, int begin, Texts texts, RecordBytes to);
    }

    /** Some cells. */
    static final class OfCells implements Key {
        private static final long serialVersionUID = 1L;

        private final RowBytes shape;
        private final int[] columns;

        OfCells(RowBytes shape, int[] columns) {
            this.shape = shape;
            this.columns = columns.clone();
        }

        @Override
        public void put(ByteBuffer in, int begin, Texts texts, RecordBytes to) {
            shape.putKey(in, begin, columns, to);
        }
    }

    /** What is made of a row. */
    record OfRow(RowBytes shape, Broadcast<MapFunction<Row, String>> key) implements Key {
        @Override
        public void put(ByteBuffer in, int begin, Texts texts, RecordBytes to) {
            byte[] text = Workers.calling(() -> key.value().call(shape.row(in, begin, texts)))
                    .getBytes(StandardCharsets.UTF_8);
            to.putRaw(text, 0, text.length);
        }
    }

    /** The rows with one key. */
    static final class Group {
        private final String key;
        private final Texts texts;
        private final @Nullable RecordBytes[] rows;

        private Group(String key, Texts texts, int shapes) {
            this.key = key;
            this.texts = texts;
            this.rows = new @Nullable RecordBytes[shapes];
        }

        /** The key, where it is a text. */
        String text() {
            return new String(key.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        /** Those of one shape, by its place. */
        Iterator<Row> rows(int place, RowBytes shape) {
            RecordBytes of = rows[place];
            return of == null ? Collections.emptyIterator() : Packing.rows(of.read(), shape, texts);
        }

        private RecordBytes of(int place) {
            RecordBytes of = rows[place];
            if (of == null) {
                of = RecordBytes.few();
                rows[place] = of;
            }
            return of;
        }
    }

    /** @param keys of the rows of each shape */
    static JavaRDD<Group> of(SparkSession spark, List<JavaRDD<byte[]>> shapes, List<? extends Key> keys) {
        int parts = Kept.parts(spark);
        JavaPairRDD<Integer, byte[]> all = sent(shapes.get(0), 0, keys.get(0), parts);
        for (int i = 1; i < shapes.size(); i++) {
            all = all.union(sent(shapes.get(i), i, keys.get(i), parts));
        }
        int kinds = shapes.size();
        return all.partitionBy(new HashPartitioner(parts)).mapPartitions(parcels -> groups(parcels, kinds));
    }

    private static JavaPairRDD<Integer, byte[]> sent(JavaRDD<byte[]> rows, int place, Key key, int parts) {
        return rows.mapPartitionsToPair(in -> {
            Texts texts = new Texts();
            RecordBytes bytes = RecordBytes.few();
            return Parcels.of(
                    parts,
                    in,
                    (parcel, to) -> Packing.pass(parcel, (row, begin, end) -> {
                        key.put(row, begin, texts, bytes);
                        byte[] own = bytes.taken();
                        to.of(Arrays.hashCode(own)).putByte(place).putBytes(own).putRaw(parcel, begin, end - begin);
                    }));
        });
    }

    private static Iterator<Group> groups(Iterator<Tuple2<Integer, byte[]>> parcels, int shapes) {
        Texts texts = new Texts();
        Map<String, Group> groups = new LinkedHashMap<>();
        while (parcels.hasNext()) {
            byte[] parcel = parcels.next()._2();
            ByteBuffer in = ByteBuffer.wrap(parcel);
            while (in.hasRemaining()) {
                int place = in.get();
                String key = new String(RecordBytes.bytes(in), StandardCharsets.ISO_8859_1);
                int begin = in.position();
                int end = RowBytes.end(in, begin);
                groups.computeIfAbsent(key, k -> new Group(k, texts, shapes))
                        .of(place)
                        .putRaw(parcel, begin, end - begin);
                in.position(end);
            }
        }
        return groups.values().iterator();
    }
}
