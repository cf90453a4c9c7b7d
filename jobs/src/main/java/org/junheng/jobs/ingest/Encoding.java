package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The charset of a text.
 *
 * @param assumed whether neither a declaration nor a byte-order mark nor the bytes themselves prove it
 */
record Encoding(Charset charset, boolean assumed) {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Opens the bytes of a text from their beginning. */
    interface Bytes {
        InputStream open() throws IOException;
    }

    /**
     * What a byte-order mark declares; else UTF-8, unless many bytes contradict it and every byte reads as GB18030. A few bad bytes in
     * much valid UTF-8 are damage, not another charset.
     */
    static Encoding detect(Bytes bytes) throws IOException {
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return new Encoding(wide.get(), false);
        }
        if (looksLikeUtf8(bytes) || !isWholly(bytes, GB18030)) {
            return new Encoding(StandardCharsets.UTF_8, false);
        }
        return new Encoding(GB18030, true);
    }

    /** UTF-16 when the text begins with its byte-order mark. */
    private static Optional<Charset> wide(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            byte[] head = in.readNBytes(2);
            int mark = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
            return switch (mark) {
                case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
                case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
                default -> Optional.empty();
            };
        }
    }

    /** What a text is beyond doubt though another charset is declared. */
    static Optional<Charset> contradicting(Charset declared, Bytes bytes) throws IOException {
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return declared.name().startsWith("UTF-16") ? Optional.empty() : wide;
        }
        boolean isOther = !declared.equals(StandardCharsets.UTF_8) && isSurelyUtf8(bytes);
        return isOther ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    /**
     * Whether a text is UTF-8 beyond doubt though something else is declared: it begins with its byte-order mark, or holds characters of
     * three bytes, as Chinese ones have, and nothing that is not UTF-8. (Two bytes of GBK may by chance be a character of UTF-8.)
     */
    private static boolean isSurelyUtf8(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            byte[] head = in.readNBytes(3);
            if (head.length == 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF) {
                return true;
            }
        }
        Sequences found = sequences(bytes);
        return found.bad() == 0 && found.ofThree() > 0;
    }

    private static boolean looksLikeUtf8(Bytes bytes) throws IOException {
        Sequences found = sequences(bytes);
        return found.bad() * 10 <= found.good();
    }

    /**
     * The characters of more than one byte when a text is read as UTF-8.
     *
     * @param ofThree those among the good ones that have three bytes
     */
    private record Sequences(long good, long ofThree, long bad) {}

    private static Sequences sequences(Bytes bytes) throws IOException {
        long good = 0;
        long ofThree = 0;
        long bad = 0;
        int length = 0;
        int expected = 0;
        byte[] block = new byte[1 << 16];
        try (InputStream in = bytes.open()) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                for (int i = 0; i < n; i++) {
                    int b = block[i];
                    if (b >= 0 && expected == 0) {
                        continue;
                    }
                    boolean continuation = (b & 0xC0) == 0x80;
                    if (expected > 0 && continuation) {
                        expected--;
                        good += expected == 0 ? 1 : 0;
                        ofThree += expected == 0 && length == 2 ? 1 : 0;
                        continue;
                    }
                    bad += expected > 0 || continuation ? 1 : 0;
                    expected = b >= 0 || continuation ? 0 : followers(b & 0xFF);
                    bad += expected < 0 ? 1 : 0;
                    expected = Math.max(expected, 0);
                    length = expected;
                }
            }
        }
        return new Sequences(good, ofThree, bad + (expected > 0 ? 1 : 0));
    }

    /** How many bytes follow a first byte of UTF-8; -1 when it is none. */
    private static int followers(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 1;
        } else if (first >= 0xE0 && first <= 0xEF) {
            return 2;
        }
        return first >= 0xF0 && first <= 0xF4 ? 3 : -1;
    }

    private static boolean isWholly(Bytes bytes, Charset charset) throws IOException {
        char[] block = new char[1 << 14];
        try (StrictReader reader = new StrictReader(bytes.open(), charset)) {
            for (int n = reader.read(block); n >= 0; n = reader.read(block)) {
                String text = new String(block, 0, n);
                for (int i = 1; i < n; i++) {
                    if (StrictReader.isBadByte(text, i)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
