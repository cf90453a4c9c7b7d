package org.junheng.jobs.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** One part of a workbook, unpacked: refused when it grows out of all proportion, or is not what the archive's checksum says. */
final class ZipPart extends FilterInputStream {
    private static final long HARMLESS = 32L << 20;
    private static final long LARGEST = 8L << 30;
    private static final long RATIO = 250;

    private final ZipEntry entry;
    private final CRC32 sum = new CRC32();
    private long size;

    /** The archive unpacks to more than a real workbook holds. */
    static final class Bomb extends IOException {
        private static final long serialVersionUID = 1L;
    }

    ZipPart(InputStream in, ZipEntry entry) {
        super(in);
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] block, int offset, int length) throws IOException {
        int count = super.read(block, offset, length);
        if (count < 0) {
            if (sum.getValue() != entry.getCrc()) {
                throw new ZipException("checksum");
            }
            return count;
        }
        sum.update(block, offset, count);
        size += count;
        if (size > HARMLESS && (size > LARGEST || size > RATIO * Math.max(1, entry.getCompressedSize()))) {
            throw new Bomb();
        }
        return count;
    }

    /** Reads what is left, so that the checksum is looked at. */
    void drain() throws IOException {
        byte[] block = new byte[1 << 16];
        while (read(block, 0, block.length) >= 0) {
            // only the checksum is wanted
        }
    }
}
