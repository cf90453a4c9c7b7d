package org.junheng.jobs.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts in UTF-8; one that was met a short while ago is the same object again, for codes, units and reasons stand in many rows. For one thread. */
final class Texts {
    private static final int REMEMBERED = 1 << 12;

    private final @Nullable Known[] latest = new @Nullable Known[REMEMBERED];

    private static final class Known {
        private final byte[] bytes;
        private final String text;

        Known(byte[] all, int from, int to) {
            this.bytes = Arrays.copyOfRange(all, from, to);
            this.text = new String(bytes, StandardCharsets.UTF_8);
        }
    }

    String of(ByteBuffer in, int at, int length) {
        byte[] all = in.array();
        int from = in.arrayOffset() + at;
        int to = from + length;
        int hash = length;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + all[i];
        }
        int place = (hash ^ (hash >>> 12)) & (REMEMBERED - 1);
        Known known = latest[place];
        if (known == null || !Arrays.equals(known.bytes, 0, known.bytes.length, all, from, to)) {
            known = new Known(all, from, to);
            latest[place] = known;
        }
        return known.text;
    }
}
