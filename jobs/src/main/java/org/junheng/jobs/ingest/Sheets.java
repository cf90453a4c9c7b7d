package org.junheng.jobs.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.junheng.jobs.Refusal;

/** Opens a delivered file as what its content is. Workbooks and Parquet files join here, as further sources of rows. */
final class Sheets {
    private static final int HEAD = 4096;

    private final SourceFile file;
    private final FileKind kind;
    private final Encoding encoding;

    private Sheets(SourceFile file, FileKind kind, Encoding encoding) {
        this.file = file;
        this.kind = kind;
        this.encoding = encoding;
    }

    /** Looks at a file once; it can then be opened as often as needed. */
    static Sheets of(SourceFile file) {
        try {
            byte[] head = head(file);
            FileKind kind = FileKind.of(head);
            if (head.length == 0) {
                throw Fault.of(Rule.FILE_EMPTY, file.shown(), "").refusal();
            } else if (kind.contradicts(file.shown())) {
                throw Fault.of(Rule.WRONG_CONTENT, file.shown(), kind.words()).refusal();
            }
            String declared = file.encoding();
            Encoding encoding = declared != null
                    ? new Encoding(Charset.forName(declared), false)
                    : Encoding.detect(() -> stream(file, kind));
            return new Sheets(file, kind, encoding);
        } catch (IOException e) {
            throw refusal(file, e);
        }
    }

    Encoding encoding() {
        return encoding;
    }

    SheetSource open(char separator) {
        try {
            return new CsvSheet(file.shown(), new StrictReader(stream(file, kind), encoding.charset()), separator);
        } catch (IOException e) {
            throw refusal(file, e);
        }
    }

    private static byte[] head(SourceFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] head = in.readNBytes(HEAD);
            if (FileKind.of(head) != FileKind.GZIP) {
                return head;
            }
        }
        try (InputStream in = stream(file, FileKind.GZIP)) {
            FileKind inside = FileKind.of(in.readNBytes(HEAD));
            if (inside != FileKind.TEXT) {
                throw Fault.of(Rule.WRONG_CONTENT, file.shown(), inside.words()).refusal();
            }
        }
        return new byte[] {0x1F, (byte) 0x8B};
    }

    private static InputStream stream(SourceFile file, FileKind kind) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
        return kind == FileKind.GZIP ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static Refusal refusal(SourceFile file, IOException e) {
        if (e instanceof EOFException || e instanceof ZipException) {
            return Fault.of(Rule.FILE_CUT, file.shown(), "").refusal();
        }
        return Fault.of(Rule.UNREADABLE, file.shown(), e.getClass().getSimpleName())
                .refusal();
    }
}
