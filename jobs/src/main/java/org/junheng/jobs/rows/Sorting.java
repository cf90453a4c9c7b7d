package org.junheng.jobs.rows;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.Partition;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.PartitionCoalescer;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.types.StructType;
import org.junheng.jobs.rows.Cuts.Census;
import scala.Option;
import scala.Tuple2;

/** Rows of parcels in the order of some cells. */
final class Sorting implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RowBytes shape;
    private final int[] by;

    Sorting(StructType struct, List<String> by) {
        this.shape = new RowBytes(struct);
        this.by = by.stream().mapToInt(struct::fieldIndex).toArray();
    }

    /** See {@link Rows#ordered}. */
    <T> List<T> each(JavaRDD<byte[]> parcels, int most, boolean isHere, Broadcast<Rows.Ordered<T>> step) {
        Cuts cuts = Cuts.of(
                parcels.mapPartitions(in -> List.of(census(in)).iterator()).collect(), most);
        JavaRDD<byte[]> pieces = parcels.mapPartitionsToPair(in -> cut(in, cuts))
                .partitionBy(new HashPartitioner(cuts.pieces()))
                .mapPartitions(this::sorted);
        if (!isHere) {
            return List.of(step.value().of(0, Packing.rows(pieces.toLocalIterator(), shape)));
        }
        RDD<byte[]> parts = pieces.rdd().coalesce(cuts.parts(), false, Option.apply(new Neighbours(cuts)), null);
        return parts.toJavaRDD()
                .mapPartitionsWithIndex(
                        (part, in) -> List.of(step.value().of(part, Packing.rows(in, shape)))
                                .iterator(),
                        true)
                .collect();
    }

    private byte[] key(ByteBuffer in, int begin, RecordBytes to) {
        for (int column : by) {
            shape.putOrdered(in, begin, column, to);
        }
        return to.taken();
    }

    private Census census(Iterator<byte[]> parcels) {
        Map<String, Long> counts = new HashMap<>();
        List<byte[]> keys = new ArrayList<>();
        RecordBytes bytes = RecordBytes.few();
        int[] rows = {0};
        parcels.forEachRemaining(parcel -> Packing.pass(parcel, (in, begin, end) -> {
            shape.putOrdered(in, begin, by[0], bytes);
            counts.merge(new String(bytes.taken(), StandardCharsets.ISO_8859_1), 1L, Long::sum);
            if (rows[0]++ % Cuts.SAMPLED == 0) {
                keys.add(key(in, begin, bytes));
            }
        }));
        return new Census(counts, keys);
    }

    private Iterator<Tuple2<Integer, byte[]>> cut(Iterator<byte[]> parcels, Cuts cuts) {
        RecordBytes bytes = RecordBytes.few();
        return Parcels.of(
                cuts.pieces(),
                parcels,
                (parcel, to) -> Packing.pass(parcel, (in, begin, end) -> {
                    byte[] key = key(in, begin, bytes);
                    to.to(cuts.piece(key)).putBytes(key).putRaw(parcel, begin, end - begin);
                }));
    }

    /** A piece, in its order. */
    private Iterator<byte[]> sorted(Iterator<Tuple2<Integer, byte[]>> parcels) {
        RecordBytes all = new RecordBytes();
        parcels.forEachRemaining(parcel -> all.putRaw(parcel._2(), 0, parcel._2().length));
        byte[] bytes = all.taken();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<Integer> begins = new ArrayList<>();
        for (int begin = 0; begin < in.limit(); begin = RowBytes.end(in, row(in, begin))) {
            begins.add(begin);
        }
        begins.sort((a, b) ->
                Arrays.compareUnsigned(bytes, a + Integer.BYTES, row(in, a), bytes, b + Integer.BYTES, row(in, b)));
        return Packing.parcels(begins.iterator(), (begin, to) -> {
            int row = row(in, begin);
            to.to(0).putRaw(bytes, row, RowBytes.end(in, row) - row);
        });
    }

    /** Where the row begins that follows a key. */
    private static int row(ByteBuffer in, int key) {
        return key + Integer.BYTES + in.getInt(key);
    }

    /** The pieces of a part, one after the other. */
    private record Neighbours(Cuts cuts) implements PartitionCoalescer, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public PartitionGroup[] coalesce(int most, RDD<?> pieces) {
            PartitionGroup[] parts = new PartitionGroup[cuts.parts()];
            Arrays.setAll(parts, i -> new PartitionGroup(Option.empty()));
            for (Partition piece : pieces.partitions()) {
                parts[cuts.partOf(piece.index())].partitions().addOne(piece);
            }
            return parts;
        }
    }
}
