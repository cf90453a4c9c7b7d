package org.junheng.jobs.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Refusal;

/**
 * Opens a delivered file as what its content is; it can be opened as often as needed.
 *
 * @param encoding of a text; UTF-8 for others
 * @param views every way to see its rows: the separators of a text, the sheets of a workbook
 */
record Sheets(FileKind kind, Encoding encoding, List<SheetView> views) {
    private static final int HEAD = 4096;
    private static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8, false);

    /** Looks at a file once. */
    static Sheets of(SourceFile file) {
        try {
            byte[] head = head(file);
            FileKind kind = declared(FileKind.of(head), file.input().encoding());
            if (head.length == 0) {
                throw Fault.of(Rule.FILE_EMPTY, file.shown(), "").refusal();
            } else if (kind.contradicts(file.shown())) {
                throw Fault.of(Rule.WRONG_CONTENT, file.shown(), kind.words()).refusal();
            }
            return switch (kind) {
                case ZIP -> new Sheets(kind, UTF_8, workbook(file));
                case PARQUET ->
                    new Sheets(kind, UTF_8, List.of(new SheetView("", false, ' ', () -> ParquetSheet.open(file))));
                default -> text(file, kind);
            };
        } catch (IOException e) {
            throw refusal(file, e);
        }
    }

    /** Text of two bytes a character without its mark looks like binary data unless it is declared. */
    private static FileKind declared(FileKind seen, @Nullable String encoding) {
        boolean wide = encoding != null && encoding.toUpperCase(Locale.ROOT).startsWith("UTF-16");
        return wide && seen == FileKind.BINARY ? FileKind.TEXT : seen;
    }

    private static Sheets text(SourceFile file, FileKind kind) throws IOException {
        String declared = file.input().encoding();
        if (declared != null) {
            Encoding.contradicting(Charset.forName(declared), () -> stream(file, kind))
                    .ifPresent(seen -> {
                        throw Fault.of(Rule.CHARSET_CONTRADICTED, file.shown(), declared + " ≠ " + seen.name())
                                .refusal();
                    });
        }
        Encoding encoding = declared != null
                ? new Encoding(Charset.forName(declared), false)
                : Encoding.detect(() -> stream(file, kind));
        List<SheetView> views = new ArrayList<>();
        for (char separator : new char[] {',', '\t', ';', '|', '，', '、'}) {
            views.add(new SheetView("", false, separator, () -> csv(file, kind, encoding, separator)));
        }
        return new Sheets(kind, encoding, List.copyOf(views));
    }

    private static SheetSource csv(SourceFile file, FileKind kind, Encoding encoding, char separator) {
        try {
            return new CsvSheet(file.shown(), new StrictReader(stream(file, kind), encoding.charset()), separator);
        } catch (IOException e) {
            throw refusal(file, e);
        }
    }

    private static List<SheetView> workbook(SourceFile file) throws IOException {
        WorkbookParts book = WorkbookParts.read(file.path());
        List<SheetView> views = new ArrayList<>();
        for (Map.Entry<String, String> sheet : book.sheets().entrySet()) {
            Merges merges;
            try (ZipFile zip = new ZipFile(file.path().toFile());
                    ZipPart part = WorkbookParts.part(zip, sheet.getValue())) {
                merges = Merges.read(part);
            }
            boolean hidden = book.hidden().contains(sheet.getKey());
            views.add(new SheetView(
                    sheet.getKey(), hidden, ' ', () -> WorkbookSheet.open(file, book, sheet.getValue(), merges)));
        }
        return views;
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

    static Refusal refusal(SourceFile file, IOException e) {
        if (e instanceof ZipPart.Bomb) {
            return Fault.of(Rule.BOMB, file.shown(), "").refusal();
        } else if (e instanceof WorkbookParts.NoWorkbook) {
            return Fault.of(Rule.WRONG_CONTENT, file.shown(), "a zip archive").refusal();
        } else if (e instanceof EOFException || e instanceof ZipException) {
            return Fault.of(Rule.FILE_CUT, file.shown(), "").refusal();
        }
        return unreadable(file.shown(), e);
    }

    /** What the system says, without the path that it may name. */
    static Refusal unreadable(String shown, IOException e) {
        String said = e instanceof AccessDeniedException ? "access denied" : String.valueOf(e.getMessage());
        boolean isShort = e.getClass() == IOException.class || e instanceof AccessDeniedException;
        return Fault.of(Rule.UNREADABLE, shown, isShort ? said : e.getClass().getSimpleName())
                .refusal();
    }
}
