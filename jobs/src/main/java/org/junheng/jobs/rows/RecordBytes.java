package org.junheng.jobs.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Records one behind the other as bytes. Who reads them knows from each where the next begins. */
public final class RecordBytes {
    private static final int SOME = 1 << 10;
    private static final int ABSENT = -1;

    private static final int FEW = 1 << 7;

    private ByteBuffer bytes;

    private RecordBytes(int size) {
        bytes = ByteBuffer.allocate(size);
    }

    public RecordBytes() {
        this(SOME);
    }

    /** For records of which there will be few. */
    static RecordBytes few() {
        return new RecordBytes(FEW);
    }

    public int size() {
        return bytes.position();
    }

    public RecordBytes putByte(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    public RecordBytes putShort(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    public RecordBytes putInt(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    public RecordBytes putLong(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    public RecordBytes putDouble(double value) {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    /** How many, then each. */
    public RecordBytes putBytes(byte[] some) {
        room(Integer.BYTES + some.length).putInt(some.length).put(some);
        return this;
    }

    public RecordBytes putText(@Nullable String text) {
        return text == null ? putInt(ABSENT) : putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as they are. */
    RecordBytes putRaw(byte[] from, int at, int length) {
        room(length).put(from, at, length);
        return this;
    }

    /** In the place of an int that was put. */
    RecordBytes setInt(int at, int value) {
        bytes.putInt(at, value);
        return this;
    }

    /** Sets bits of a byte that was put. */
    RecordBytes setBits(int at, int bits) {
        bytes.put(at, (byte) (bytes.get(at) | bits));
        return this;
    }

    /** What {@link #putBytes} put. */
    public static byte[] bytes(ByteBuffer in) {
        byte[] some = new byte[in.getInt()];
        in.get(some);
        return some;
    }

    /** What {@link #putText} put, of a text that cannot be absent. */
    public static String text(ByteBuffer in) {
        int length = in.getInt();
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    /** Whether the text that comes next is absent; then it has been read. */
    public static boolean isAbsent(ByteBuffer in) {
        if (in.getInt(in.position()) != ABSENT) {
            return false;
        }
        in.getInt();
        return true;
    }

    /** What {@link #putText} put. */
    public static @Nullable String textOrNull(ByteBuffer in) {
        return isAbsent(in) ? null : text(in);
    }

    /** All that was put so far; what is put from now on begins anew. */
    public byte[] taken() {
        byte[] taken = new byte[bytes.position()];
        bytes.flip().get(taken);
        bytes.clear();
        return taken;
    }

    /** What was put, to be read while nothing else is put. */
    ByteBuffer read() {
        return ByteBuffer.wrap(bytes.array(), bytes.arrayOffset(), bytes.position());
    }

    private ByteBuffer room(int needed) {
        if (bytes.remaining() < needed) {
            int size = Math.max(2 * bytes.capacity(), bytes.position() + needed);
            bytes = ByteBuffer.allocate(size).put(bytes.flip());
        }
        return bytes;
    }
}
