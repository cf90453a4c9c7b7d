package org.junheng.jobs.stage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junheng.jobs.rows.RecordBytes;

/**
 * Numbers texts in the order in which they first come. Millions come, as bytes in records, and most are known: looking one up touches its place and the
 * bytes that were laid down, and makes no object.
 */
final class TextNumbers {
    private static final long FREE = 0;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Of a text in the pool: its number, its length, its bytes. */
    private static final int HEAD = 2 * Integer.BYTES;

    /** The upper half of a hash, and one more than where the text lies in the pool; at least half of them are free. */
    private long[] places = new long[128];

    private ByteBuffer pool = ByteBuffer.allocate(1 << 10);

    /** Where the texts lie, by number. */
    private int[] starts = new int[64];

    private int size;

    /**
     * The number of the text that {@link RecordBytes} put next in a record: that of {@link #size} before, if it did not come yet.
     *
     * @param in is moved behind the text
     */
    int of(ByteBuffer in) {
        int length = in.getInt();
        int from = in.position();
        in.position(from + length);
        long hash = hash(in, from, length);
        int at = place(hash);
        while (places[at] != FREE) {
            int start = (int) places[at] - 1;
            if ((places[at] ^ hash) >>> Integer.SIZE == 0 && isAt(start, in, from, length)) {
                return pool.getInt(start);
            }
            at = (at + 1) & (places.length - 1);
        }
        places[at] = (hash & -1L << Integer.SIZE) | (pool.position() + 1);
        add(in, from, length);
        return size++;
    }

    int size() {
        return size;
    }

    String text(int number) {
        ByteBuffer there = pool.duplicate().position(starts[number] + Integer.BYTES);
        return RecordBytes.text(there);
    }

    /** No text came yet. */
    void clear() {
        Arrays.fill(places, FREE);
        pool.clear();
        size = 0;
    }

    private boolean isAt(int start, ByteBuffer in, int from, int length) {
        int own = start + HEAD;
        int other = in.arrayOffset() + from;
        return pool.getInt(start + Integer.BYTES) == length
                && Arrays.equals(pool.array(), own, own + length, in.array(), other, other + length);
    }

    private void add(ByteBuffer in, int from, int length) {
        if (pool.remaining() < HEAD + length) {
            int needed = pool.position() + HEAD + length;
            pool = ByteBuffer.allocate(Math.max(2 * pool.capacity(), needed)).put(pool.flip());
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
        }
        starts[size] = pool.position();
        pool.putInt(size).putInt(length).put(in.array(), in.arrayOffset() + from, length);
        if (2 * (size + 1) > places.length) {
            grow();
        }
    }

    private void grow() {
        places = new long[2 * places.length];
        for (int number = 0; number <= size; number++) {
            int start = starts[number];
            long hash = hash(pool, start + HEAD, pool.getInt(start + Integer.BYTES));
            int at = place(hash);
            while (places[at] != FREE) {
                at = (at + 1) & (places.length - 1);
            }
            places[at] = (hash & -1L << Integer.SIZE) | (start + 1);
        }
    }

    private int place(long hash) {
        return (int) hash & (places.length - 1);
    }

    /** Codes count up; every bit of what comes in changes the lower half and the upper. */
    private static long hash(ByteBuffer bytes, int from, int length) {
        long hash = length;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            hash = mixed(hash ^ bytes.getLong(from + i));
        }
        long rest = 0;
        for (; i < length; i++) {
            rest = rest << Byte.SIZE | (bytes.get(from + i) & 0xFF);
        }
        return mixed(hash ^ rest);
    }

    private static long mixed(long bits) {
        long mixed = bits * SPREAD;
        mixed = (mixed ^ (mixed >>> 32)) * SPREAD;
        return mixed ^ (mixed >>> 29);
    }
}
