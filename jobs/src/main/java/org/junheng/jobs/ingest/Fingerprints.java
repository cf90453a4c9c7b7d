package org.junheng.jobs.ingest;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The 64-bit fingerprints of the keys of rows, 12 bytes each. They are only laid down while rows are read, apart by their first bits, and compared part by
 * part when all are there: a part fits into the memory next to the processor, where a table of all keys does not.
 */
final class Fingerprints {
    private static final int PARTS = 256;
    private static final long FREE = 0;

    private final @Nullable Part[] parts = new @Nullable Part[PARTS];

    private static final class Part {
        private long[] keys = new long[4];
        private int[] rows = new int[4];
        private int size;

        void add(long key, int row) {
            if (size == keys.length) {
                int length = size + (size >> 1);
                keys = Arrays.copyOf(keys, length);
                rows = Arrays.copyOf(rows, length);
            }
            keys[size] = key;
            rows[size++] = row;
        }

        /** Marks the rows whose fingerprint another row has too: with the second of them the first as well. */
        void mark(BitSet repeated) {
            int mask = Integer.highestOneBit(Math.max(2, size)) * 4 - 1;
            long[] seen = new long[mask + 1];
            int[] first = new int[mask + 1];
            for (int i = 0; i < size; i++) {
                int at = (int) keys[i] & mask;
                while (seen[at] != FREE && seen[at] != keys[i]) {
                    at = (at + 1) & mask;
                }
                if (seen[at] == FREE) {
                    seen[at] = keys[i];
                    first[at] = rows[i];
                } else {
                    repeated.set(first[at]);
                    repeated.set(rows[i]);
                }
            }
        }
    }

    void add(long fingerprint, int row) {
        long key = fingerprint == FREE ? 1 : fingerprint;
        int at = (int) (key >>> 56);
        @Nullable Part part = parts[at];
        if (part == null) {
            part = new Part();
            parts[at] = part;
        }
        part.add(key, row);
    }

    /** The rows whose fingerprint is not theirs alone. */
    BitSet repeated() {
        BitSet repeated = new BitSet();
        for (@Nullable Part part : parts) {
            if (part != null) {
                part.mark(repeated);
            }
        }
        return repeated;
    }

    /** The fingerprint of the values at some places of a row. */
    static long of(@Nullable Object[] values, int[] places) {
        long h = 0x9E3779B97F4A7C15L;
        for (int place : places) {
            Object value = values[place];
            if (value instanceof String text) {
                for (int i = 0; i < text.length(); i++) {
                    h = (h ^ text.charAt(i)) * 0x100000001B3L;
                }
            } else if (value != null) {
                h = (h ^ value.hashCode()) * 0x100000001B3L;
            }
            h = mixed(h + 0x9E3779B97F4A7C15L);
        }
        return h;
    }

    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
