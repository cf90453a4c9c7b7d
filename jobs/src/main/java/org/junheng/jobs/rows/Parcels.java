package org.junheng.jobs.rows;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Many small records on their way from one task to others, each to the part of the work where all that belongs together meets. They travel in parcels of
 * some kilobytes: for the engine a record would be a row, which costs more than what is done with it here.
 */
public final class Parcels {
    private static final int ENOUGH = 1 << 14;

    private final @Nullable RecordBytes[] parts;
    private final Queue<Tuple2<Integer, byte[]>> full = new ArrayDeque<>();

    private Parcels(int parts) {
        this.parts = new @Nullable RecordBytes[parts];
    }

    /**
     * What a task does.
     *
     * @param <T> what it is given
     */
    public interface Step<T> {
        void take(T given, Parcels to);

        /** When everything was given. */
        default void end(Parcels to) {}
    }

    /** What a step makes of what it is given, parcels with the number of their part. */
    public static <T> Iterator<Tuple2<Integer, byte[]>> of(int parts, Iterator<T> given, Step<T> step) {
        return new Task<>(new Parcels(parts), given, step);
    }

    /**
     * Where the next record goes.
     *
     * @param hash the same for what belongs together
     */
    public RecordBytes of(int hash) {
        return to(Integer.remainderUnsigned(mixed(hash), parts.length));
    }

    /** Where the next record of a part goes. */
    RecordBytes to(int part) {
        RecordBytes records = parts[part];
        if (records == null) {
            records = new RecordBytes();
            parts[part] = records;
        } else if (records.size() >= ENOUGH) {
            full.add(new Tuple2<>(part, records.taken()));
        }
        return records;
    }

    /** Codes count up and so do their hashes; here every bit of a hash changes every other (the last step of MurmurHash3). */
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    private void close() {
        for (int part = 0; part < parts.length; part++) {
            RecordBytes records = parts[part];
            if (records != null && records.size() > 0) {
                full.add(new Tuple2<>(part, records.taken()));
            }
        }
    }

    /** Takes no more than fills the next parcel. */
    private static final class Task<T> implements Iterator<Tuple2<Integer, byte[]>> {
        private final Parcels parcels;
        private final Iterator<T> given;
        private final Step<T> step;
        private boolean ended;

        Task(Parcels parcels, Iterator<T> given, Step<T> step) {
            this.parcels = parcels;
            this.given = given;
            this.step = step;
        }

        @Override
        public boolean hasNext() {
            while (parcels.full.isEmpty() && given.hasNext()) {
                step.take(given.next(), parcels);
            }
            if (parcels.full.isEmpty() && !ended) {
                ended = true;
                step.end(parcels);
                parcels.close();
            }
            return !parcels.full.isEmpty();
        }

        @Override
        public Tuple2<Integer, byte[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return parcels.full.remove();
        }
    }
}
