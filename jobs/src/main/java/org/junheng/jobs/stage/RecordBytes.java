package org.junheng.jobs.stage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Records one behind the other as bytes. Who reads them knows from each where the next begins. */
final class RecordBytes {
    private static final int SOME = 1 << 10;
    private static final int ABSENT = -1;

    private ByteBuffer bytes = ByteBuffer.allocate(SOME);

    int size() {
        return bytes.position();
    }

    RecordBytes putByte(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    RecordBytes putShort(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    RecordBytes putInt(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    RecordBytes putLong(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    RecordBytes putDouble(double value) {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    /** How many, then each. */
    RecordBytes putBytes(byte[] some) {
        room(Integer.BYTES + some.length).putInt(some.length).put(some);
        return this;
    }

    RecordBytes putText(@Nullable String text) {
        return text == null ? putInt(ABSENT) : putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What {@link #putBytes} put. */
    static byte[] bytes(ByteBuffer in) {
        byte[] some = new byte[in.getInt()];
        in.get(some);
        return some;
    }

    /** What {@link #putText} put, of a text that cannot be absent. */
    static String text(ByteBuffer in) {
        int length = in.getInt();
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    /** Whether the text that comes next is absent; then it has been read. */
    static boolean isAbsent(ByteBuffer in) {
        if (in.getInt(in.position()) != ABSENT) {
            return false;
        }
        in.getInt();
        return true;
    }

    /** What {@link #putText} put. */
    static @Nullable String textOrNull(ByteBuffer in) {
        return isAbsent(in) ? null : text(in);
    }

    /** All that was put so far; what is put from now on begins anew. */
    byte[] taken() {
        byte[] taken = new byte[bytes.position()];
        bytes.flip().get(taken);
        bytes.clear();
        return taken;
    }

    private ByteBuffer room(int needed) {
        if (bytes.remaining() < needed) {
            int size = Math.max(2 * bytes.capacity(), bytes.position() + needed);
            bytes = ByteBuffer.allocate(size).put(bytes.flip());
        }
        return bytes;
    }
}
