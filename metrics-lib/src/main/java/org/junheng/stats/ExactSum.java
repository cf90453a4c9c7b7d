package org.junheng.stats;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * An exact sum of doubles and of products of doubles: no addition rounds, so neither the order of the additions nor the way in which partial
 * sums are merged can change a bit of the result.
 *
 * <p>A fixed-point number in chunks of 32 bits that covers just the exponents met; every chunk has room for 2^29 additions before a carry
 * (the small superaccumulator of Neal 2015). A product enters as the 106-bit integer product of its significands.
 */
public final class ExactSum {
    private static final long LOW = 0xFFFF_FFFFL;
    private static final long FRACTION = (1L << 52) - 1;
    private static final long HIDDEN = 1L << 52;
    private static final long LOW_53 = (1L << 53) - 1;
    private static final int ADDITIONS_BEFORE_CARRY = 1 << 29;

    /** The value is the sum of {@code chunks[i] * 2^(32 * (base + i))}; between carries a chunk may be wide or negative. */
    private long[] chunks;

    private int base;
    private int additions;

    public ExactSum() {
        this(new long[0], 0);
    }

    /** Of chunks as {@link #chunks} gives them. */
    ExactSum(long[] chunks, int base) {
        this.chunks = chunks;
        this.base = base;
    }

    /** The exact product of two doubles. */
    public static ExactSum ofProduct(double a, double b) {
        return new ExactSum().addProduct(a, b);
    }

    public ExactSum add(double x) {
        put(significand(x), exponent(x));
        return this;
    }

    public ExactSum addProduct(double a, double b) {
        putProduct(significand(a), significand(b), exponent(a) + exponent(b));
        return this;
    }

    /** Adds {@code factor} times another sum. */
    public ExactSum addTimes(ExactSum other, double factor) {
        other.carry();
        long significand = significand(factor);
        int exponent = exponent(factor);
        for (int i = 0; i < other.chunks.length; i++) {
            putProduct(other.chunks[i], significand, exponent + 32 * (other.base + i));
        }
        return this;
    }

    public ExactSum merge(ExactSum other) {
        carry();
        other.carry();
        if (other.chunks.length > 0) {
            reserve(other.base, other.base + other.chunks.length - 1);
            for (int i = 0; i < other.chunks.length; i++) {
                chunks[other.base + i - base] += other.chunks[i];
            }
            additions++;
        }
        return this;
    }

    public ExactSum copy() {
        carry();
        return new ExactSum(chunks.clone(), base);
    }

    /** 32 bits each, the lowest first; the highest holds the sign. */
    long[] chunks() {
        carry();
        return chunks;
    }

    /** The power of 2^32 that the lowest chunk counts. */
    int base() {
        return base;
    }

    /** The sum, unrounded. */
    public BigDecimal toBigDecimal() {
        int exponent = 32 * base;
        return exponent >= 0
                ? new BigDecimal(scaled().shiftLeft(exponent))
                : new BigDecimal(scaled().multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
    }

    /** The double nearest to the sum: its highest 63 bits, the lowest of them set where anything lies below, are rounded once. */
    public double doubleValue() {
        carry();
        int next = chunks.length;
        long high = 0;
        while (next > 0 && high == (int) high) {
            high = (high << 32) + chunks[--next];
        }
        int exponent = 32 * (base + next);
        if (next > 0) {
            int shift = Long.numberOfLeadingZeros(high ^ (high >> 63)) - 1;
            long lower = chunks[--next];
            high = (high << shift) + (lower >>> (32 - shift));
            exponent -= shift;
            boolean more = (lower & (LOW >>> shift)) != 0;
            while (!more && next > 0) {
                more = chunks[--next] != 0;
            }
            high |= more ? 1 : 0;
        }
        double value = Math.scalb((double) high, exponent);
        boolean roundedOnce = high == 0 || (Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL);
        return roundedOnce ? value : toBigDecimal().doubleValue();
    }

    /** Doubles that add up to a sum of doubles exactly: the one nearest to it, the one nearest to what is left, and so on; none for 0. */
    double[] parts() {
        ExactSum left = copy();
        double[] parts = new double[2];
        int n = 0;
        for (double part = left.doubleValue(); part != 0; part = left.doubleValue()) {
            if (n == parts.length) {
                parts = Arrays.copyOf(parts, 2 * n);
            }
            parts[n++] = part;
            left.add(-part);
        }
        return Arrays.copyOf(parts, n);
    }

    public void write(DataOutput out) throws IOException {
        carry();
        out.writeInt(base);
        out.writeInt(chunks.length);
        for (long chunk : chunks) {
            out.writeLong(chunk);
        }
    }

    public static ExactSum read(DataInput in) throws IOException {
        int base = in.readInt();
        long[] chunks = new long[in.readInt()];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = in.readLong();
        }
        return new ExactSum(chunks, base);
    }

    /** The integer in {@code x = significand * 2^exponent}. */
    static long significand(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("a sum takes finite numbers, not " + x);
        }
        long bits = Double.doubleToRawLongBits(x);
        long magnitude = (bits & FRACTION) | (Math.getExponent(x) < Double.MIN_EXPONENT ? 0 : HIDDEN);
        return bits < 0 ? -magnitude : magnitude;
    }

    static int exponent(double x) {
        return Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
    }

    private void putProduct(long a, long b, int exponent) {
        long low = Math.abs(a) * Math.abs(b);
        long high = (Math.multiplyHigh(Math.abs(a), Math.abs(b)) << 11) | (low >>> 53);
        boolean negative = (a ^ b) < 0;
        put(negative ? -(low & LOW_53) : low & LOW_53, exponent);
        put(negative ? -high : high, exponent + 53);
    }

    private void put(long significand, int exponent) {
        if (significand == 0) {
            return;
        }
        int at = exponent >> 5;
        int shift = exponent & 31;
        reserve(at, at + 2);
        long lower = (significand & LOW) << shift;
        long upper = (significand >> 32) << shift;
        int i = at - base;
        chunks[i] += lower & LOW;
        chunks[i + 1] += (lower >>> 32) + (upper & LOW);
        chunks[i + 2] += upper >> 32;
        if (++additions >= ADDITIONS_BEFORE_CARRY) {
            carry();
        }
    }

    private void reserve(int from, int to) {
        if (chunks.length == 0) {
            base = from;
            chunks = new long[to - from + 1];
        } else if (from < base || to >= base + chunks.length) {
            int start = Math.min(from, base);
            long[] wider = new long[Math.max(to + 1, base + chunks.length) - start];
            System.arraycopy(chunks, 0, wider, base - start, chunks.length);
            chunks = wider;
            base = start;
        }
    }

    /** Leaves 32 bits in every chunk but the highest, which holds the sign in 32 bits. */
    private void carry() {
        if (additions == 0) {
            return;
        }
        for (int i = 0; i + 1 < chunks.length; i++) {
            chunks[i + 1] += chunks[i] >> 32;
            chunks[i] &= LOW;
        }
        int top = chunks.length - 1;
        if (chunks[top] != (int) chunks[top]) {
            chunks = Arrays.copyOf(chunks, top + 2);
            chunks[top + 1] = chunks[top] >> 32;
            chunks[top] &= LOW;
        }
        additions = 0;
    }

    private BigInteger scaled() {
        carry();
        byte[] bytes = new byte[4 * chunks.length + 1];
        int at = bytes.length;
        for (long chunk : chunks) {
            for (int shift = 0; shift < 32; shift += 8) {
                bytes[--at] = (byte) (chunk >> shift);
            }
        }
        bytes[0] = chunks.length == 0 || chunks[chunks.length - 1] >= 0 ? 0 : (byte) -1;
        return new BigInteger(bytes);
    }
}
