package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes without guessing: a byte that is not of the charset becomes a lone low surrogate that carries it, which no valid text holds, so
 * that the cell it stands in can be named.
 */
final class StrictReader extends Reader {
    private static final char MARK = '\uDC00';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean atEnd;
    private boolean begun;
    private char last = '\n';
    private long allowance = Long.MAX_VALUE;

    StrictReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Whether the character at a place stands for a byte that could not be decoded. */
    static boolean isBadByte(String text, int at) {
        char c = text.charAt(at);
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** Reads no more than so many characters until this is called again: a quote left open would otherwise fill the memory. */
    void allow(long characters) {
        allowance = characters;
    }

    /** Whether the last character read was a line break. */
    boolean endsWithLineBreak() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer out = CharBuffer.wrap(buffer, offset, length);
        int start = out.position();
        while (out.position() == start && !(atEnd && !bytes.hasRemaining())) {
            decode(out);
            skipByteOrderMark(out, buffer, start);
        }
        int count = out.position() - start;
        if (count == 0) {
            return -1;
        }
        last = out.get(out.position() - 1);
        allowance -= count;
        if (allowance < 0) {
            throw new IOException("a row without end");
        }
        return count;
    }

    private void decode(CharBuffer out) throws IOException {
        CoderResult result = decoder.decode(bytes, out, atEnd);
        if (result.isError()) {
            out.put((char) (MARK | (bytes.get() & 0xFF)));
        } else if (result.isUnderflow() && !atEnd) {
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            atEnd = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    private void skipByteOrderMark(CharBuffer out, char[] buffer, int start) {
        int count = out.position() - start;
        if (!begun && count > 0) {
            begun = true;
            int first = out.arrayOffset() + start;
            if (buffer[first] == '\uFEFF') {
                System.arraycopy(buffer, first + 1, buffer, first, count - 1);
                out.position(out.position() - 1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
