package org.junheng.jobs.ingest;

import org.jspecify.annotations.Nullable;

/** The 64-bit fingerprints of keys, and which row was the first of each: 12 bytes in open addressing, so that twenty million keys fit into 400 MB. */
final class Fingerprints {
    private static final long FREE = 0;

    private long[] slots = new long[1 << 10];
    private int[] rows = new int[1 << 10];
    private int size;

    /**
     * Adds a fingerprint.
     *
     * @return the row that was the first of it, which is the one given when it is new
     */
    int first(long fingerprint, int row) {
        if (3 * (size + 1L) > 2 * (long) slots.length) {
            grow();
        }
        int at = place(fingerprint == FREE ? 1 : fingerprint);
        if (slots[at] == FREE) {
            slots[at] = fingerprint == FREE ? 1 : fingerprint;
            rows[at] = row;
            size++;
        }
        return rows[at];
    }

    /** Where a fingerprint stands, or may stand. */
    private int place(long fingerprint) {
        int mask = slots.length - 1;
        int i = (int) (fingerprint >>> 20) & mask;
        while (slots[i] != FREE && slots[i] != fingerprint) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private void grow() {
        long[] old = slots;
        int[] oldRows = rows;
        slots = new long[old.length * 2];
        rows = new int[slots.length];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != FREE) {
                int at = place(old[i]);
                slots[at] = old[i];
                rows[at] = oldRows[i];
            }
        }
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
