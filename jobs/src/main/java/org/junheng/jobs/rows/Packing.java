package org.junheng.jobs.rows;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Rows into parcels and out of them, one after the other, never more of them at once than a parcel holds. */
final class Packing {
    private Packing() {}

    /** Rows as parcels. */
    static Iterator<byte[]> packed(Iterator<Row> rows, RowBytes shape) {
        return parcels(rows, (row, to) -> shape.put(row, to.to(0)));
    }

    /** What is given, in parcels of one part. */
    static <T> Iterator<byte[]> parcels(Iterator<T> given, Parcels.Step<T> step) {
        Iterator<Tuple2<Integer, byte[]>> parcels = Parcels.of(1, given, step);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parcels.hasNext();
            }

            @Override
            public byte[] next() {
                return parcels.next()._2();
            }
        };
    }

    /** The rows in parcels. */
    static Iterator<Row> rows(Iterator<byte[]> parcels, RowBytes shape) {
        Texts texts = new Texts();
        return each(parcels, parcel -> rows(ByteBuffer.wrap(parcel), shape, texts));
    }

    static Iterator<Row> rows(ByteBuffer in, RowBytes shape, Texts texts) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return in.hasRemaining();
            }

            @Override
            public Row next() {
                if (!in.hasRemaining()) {
                    throw new NoSuchElementException();
                }
                int begin = in.position();
                in.position(RowBytes.end(in, begin));
                return shape.row(in, begin, texts);
            }
        };
    }

    /** What a row of a parcel is asked. */
    interface Passing {
        void take(ByteBuffer in, int begin, int end);
    }

    /** Passes over the rows of a parcel. */
    static void pass(byte[] parcel, Passing passing) {
        ByteBuffer in = ByteBuffer.wrap(parcel);
        for (int begin = 0; begin < parcel.length; begin = RowBytes.end(in, begin)) {
            passing.take(in, begin, RowBytes.end(in, begin));
        }
    }

    /** What a step makes of each that is given, one after the other. */
    static <T, R> Iterator<R> each(Iterator<T> given, FlatMapFunction<T, R> step) {
        return new Iterator<>() {
            private Iterator<R> made = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!made.hasNext() && given.hasNext()) {
                    T next = given.next();
                    made = Workers.calling(() -> step.call(next));
                }
                return made.hasNext();
            }

            @Override
            public R next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return made.next();
            }
        };
    }
}
