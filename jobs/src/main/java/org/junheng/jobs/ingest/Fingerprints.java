package org.junheng.jobs.ingest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A set of 64-bit fingerprints of keys: 8 bytes each in open addressing, so that twenty million keys fit into 270 MB. */
final class Fingerprints {
    private static final long FREE = 0;

    private long[] slots = new long[1 << 10];
    private int size;

    /** Whether the fingerprint is new. */
    boolean add(long fingerprint) {
        if (3 * (size + 1L) > 2 * (long) slots.length) {
            grow();
        }
        boolean added = place(fingerprint == FREE ? 1 : fingerprint);
        size += added ? 1 : 0;
        return added;
    }

    /** Whether the fingerprint was added. */
    boolean holds(long fingerprint) {
        long sought = fingerprint == FREE ? 1 : fingerprint;
        int mask = slots.length - 1;
        int i = (int) (sought >>> 20) & mask;
        while (slots[i] != FREE && slots[i] != sought) {
            i = (i + 1) & mask;
        }
        return slots[i] == sought;
    }

    private boolean place(long fingerprint) {
        int mask = slots.length - 1;
        int i = (int) (fingerprint >>> 20) & mask;
        while (slots[i] != FREE) {
            if (slots[i] == fingerprint) {
                return false;
            }
            i = (i + 1) & mask;
        }
        slots[i] = fingerprint;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        Arrays.stream(old).filter(f -> f != FREE).forEach(this::place);
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
