package org.junheng.jobs.stage;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.jspecify.annotations.Nullable;
import org.junheng.selection.LateTransfers.Arrivals;
import org.junheng.valueadded.SchoolSums;
import scala.Tuple2;

/**
 * Adds up what pupils add to the sums of their schools. Parts of the same key come one after the other, so that there is one school at a time and
 * its sums, which take as much place as a dozen of its pupils, are there once; a key that comes again has sums that are merged later.
 */
final class SchoolClosing implements MapPartitionsFunction<Tuple2<String, byte[]>, Tuple2<String, byte[]>> {
    private static final long serialVersionUID = 1L;

    private final int models;

    SchoolClosing(int models) {
        this.models = models;
    }

    @Override
    public Iterator<Tuple2<String, byte[]>> call(Iterator<Tuple2<String, byte[]>> parts) {
        return new Schools(parts, new SchoolTotals(models));
    }

    /** One school in one model. */
    private static final class School {
        private final SchoolSums sums = new SchoolSums();
        private Arrivals arrivals = Arrivals.NONE;

        void add(byte[] share) {
            try {
                PupilShare pupil = PupilShare.read(new DataInputStream(new ByteArrayInputStream(share)));
                pupil.addTo(sums);
                arrivals = pupil.fate() == null ? arrivals : arrivals.plus(pupil.fate());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void write(DataOutput out) throws IOException {
            out.writeLong(arrivals.known());
            out.writeLong(arrivals.fromOthers());
            sums.write(out);
        }
    }

    private static final class Schools implements Iterator<Tuple2<String, byte[]>> {
        private final Iterator<Tuple2<String, byte[]>> parts;
        private final SchoolTotals rest;

        /** The first part of the next school; null when there is none. */
        private @Nullable Tuple2<String, byte[]> ahead;

        private Iterator<Tuple2<String, byte[]>> last = Collections.emptyIterator();

        Schools(Iterator<Tuple2<String, byte[]>> parts, SchoolTotals rest) {
            this.parts = parts;
            this.rest = rest;
            advance();
        }

        private void advance() {
            ahead = null;
            while (ahead == null && parts.hasNext()) {
                Tuple2<String, byte[]> part = parts.next();
                if (SchoolTotals.isOfSchool(part._1())) {
                    ahead = part;
                } else {
                    rest.merge(part);
                }
            }
            if (ahead == null) {
                rest.followed().count();
                last = rest.encoded();
            }
        }

        @Override
        public boolean hasNext() {
            return ahead != null || last.hasNext();
        }

        @Override
        public Tuple2<String, byte[]> next() {
            if (ahead == null) {
                return last.next();
            }
            String key = ahead._1();
            School school = new School();
            while (ahead != null && ahead._1().equals(key)) {
                school.add(ahead._2());
                advance();
            }
            return new Tuple2<>(key, SchoolTotals.bytes(school::write));
        }
    }
}
