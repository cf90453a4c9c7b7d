package org.junheng.stats;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Some exact sums side by side in one array, for where hundreds of thousands are held at once: each what {@link ExactSum} is, in 32-bit words of
 * two's complement that all begin and end at the same powers of two.
 *
 * <p>Above the words of every number that is added lies one more, so that 2^43 additions cannot run over.
 */
final class ExactSums {
    private static final long LOW = 0xFFFF_FFFFL;
    private static final long LOW_53 = (1L << 53) - 1;

    private final int count;
    private int[] words;
    private int width;

    /** Word {@code i} of a sum counts {@code 2^(32 * (base + i))}. */
    private int base;

    ExactSums(int count) {
        this(count, new int[0], 0, 0);
    }

    private ExactSums(int count, int[] words, int width, int base) {
        this.count = count;
        this.words = words;
        this.width = width;
        this.base = base;
    }

    /** Other sums, all 0, that begin and end where these do. */
    ExactSums zeros(int others) {
        return new ExactSums(others, new int[others * width], width, base);
    }

    /** For additions of {@code significand * 2^exponent} with exponents from the lowest to the highest. */
    void makeRoom(int lowest, int highest) {
        reserve(lowest >> 5, (highest >> 5) + 3);
    }

    /** Adds {@code significand * 2^exponent}. */
    void add(int place, long significand, int exponent) {
        if (significand == 0) {
            return;
        }
        int at = exponent >> 5;
        int shift = exponent & 31;
        reserve(at, at + 3);
        long lower = (significand & LOW) << shift;
        long upper = (significand >> 32) << shift;
        int i = place * width + at - base;
        long sum = (words[i] & LOW) + (lower & LOW);
        words[i] = (int) sum;
        sum = (sum >>> 32) + (words[i + 1] & LOW) + (lower >>> 32) + (upper & LOW);
        words[i + 1] = (int) sum;
        sum = (sum >>> 32) + (words[i + 2] & LOW) + (upper >> 32);
        words[i + 2] = (int) sum;
        int end = (place + 1) * width;
        long carry = sum >> 32;
        for (int k = i + 3; carry != 0 && k < end; k++) {
            carry += words[k] & LOW;
            words[k] = (int) carry;
            carry >>= 32;
        }
    }

    /** Adds {@code a * b * 2^exponent}. */
    void addProduct(int place, long a, long b, int exponent) {
        long low = Math.abs(a) * Math.abs(b);
        long high = (Math.multiplyHigh(Math.abs(a), Math.abs(b)) << 11) | (low >>> 53);
        boolean negative = (a ^ b) < 0;
        if (high != 0 && (low & LOW_53) != 0) {
            reserve(exponent >> 5, ((exponent + 53) >> 5) + 3);
        }
        add(place, negative ? -high : high, exponent + 53);
        add(place, negative ? -(low & LOW_53) : low & LOW_53, exponent);
    }

    /** Adds every sum of others to the one in its place. */
    void merge(ExactSums others) {
        for (int place = 0; place < count; place++) {
            merge(place, others, place);
        }
    }

    /** Adds one of others. */
    void merge(int place, ExactSums others, int other) {
        if (others.width > 0) {
            reserve(others.base, others.base + others.width - 1);
            int from = other * others.width;
            int sign = others.words[from + others.width - 1] >> 31;
            int i = place * width;
            int first = others.base - base;
            long sum = 0;
            for (int k = first; k < width; k++) {
                int word = k - first < others.width ? others.words[from + k - first] : sign;
                sum = (sum >>> 32) + (words[i + k] & LOW) + (word & LOW);
                words[i + k] = (int) sum;
            }
        }
    }

    void merge(int place, ExactSum sum) {
        long[] chunks = sum.chunks();
        if (chunks.length > 0) {
            int[] own = new int[chunks.length + 1];
            for (int i = 0; i < chunks.length; i++) {
                own[i] = (int) chunks[i];
            }
            own[chunks.length] = own[chunks.length - 1] >> 31;
            merge(place, new ExactSums(1, own, own.length, sum.base()), 0);
        }
    }

    /** One of the sums. */
    ExactSum sum(int place) {
        long[] chunks = new long[width];
        for (int i = 0; i < width; i++) {
            int word = words[place * width + i];
            chunks[i] = i + 1 < width ? word & LOW : word;
        }
        return new ExactSum(chunks, base);
    }

    /** How many bytes {@link #put} takes. */
    int bytes() {
        return 2 + Integer.BYTES * words.length;
    }

    /** The exponents of doubles and of their products need less than 256 words, and begin above word -128. */
    void put(ByteBuffer bytes) {
        bytes.put((byte) base).put((byte) width);
        for (int word : words) {
            bytes.putInt(word);
        }
    }

    static ExactSums of(int count, ByteBuffer bytes) {
        int base = bytes.get();
        int width = Byte.toUnsignedInt(bytes.get());
        int[] words = new int[count * width];
        for (int i = 0; i < words.length; i++) {
            words[i] = bytes.getInt();
        }
        return new ExactSums(count, words, width, base);
    }

    private void reserve(int from, int to) {
        if (width == 0) {
            base = from;
            width = to - from + 1;
            words = new int[count * width];
        } else if (from < base || to >= base + width) {
            int start = Math.min(from, base);
            int wide = Math.max(to + 1, base + width) - start;
            int[] wider = new int[count * wide];
            for (int place = 0; place < count; place++) {
                int at = place * wide + base - start;
                System.arraycopy(words, place * width, wider, at, width);
                Arrays.fill(wider, at + width, (place + 1) * wide, words[(place + 1) * width - 1] >> 31);
            }
            base = start;
            width = wide;
            words = wider;
        }
    }
}
