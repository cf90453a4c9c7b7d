package org.junheng.jobs.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is by its first bytes; its name is not believed. */
enum FileKind {
    TEXT("text"),
    GZIP("gzip"),
    ZIP("an Excel workbook or zip archive"),
    OLE("an old Excel workbook (.xls) or one with a password"),
    PARQUET("Parquet"),
    WEB_PAGE("a web page"),
    PDF("a PDF document"),
    BINARY("binary data");

    private final String words;

    FileKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static FileKind of(byte[] head) {
        if (begins(head, 0x1F, 0x8B)) {
            return GZIP;
        } else if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6)) {
            return ZIP;
        } else if (begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLE;
        } else if (begins(head, 'P', 'A', 'R', '1')) {
            return PARQUET;
        } else if (begins(head, '%', 'P', 'D', 'F')) {
            return PDF;
        }
        return begins(head, 0xFF, 0xFE) || begins(head, 0xFE, 0xFF) ? TEXT : ofText(head);
    }

    /** Whether a name's ending promises something else. */
    boolean contradicts(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (this) {
            case TEXT -> lower.matches(".*\\.(xlsx|xls|xlsm|parquet|gz|zip)");
            case ZIP -> !lower.matches(".*\\.(xlsx|xlsm)");
            case PARQUET -> !lower.endsWith(".parquet");
            case GZIP -> lower.matches(".*\\.(csv|tsv|txt|xlsx|xls|xlsm|parquet|zip)");
            default -> true;
        };
    }

    private static FileKind ofText(byte[] head) {
        String text =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml")) {
            return WEB_PAGE;
        }
        long zeros = text.chars().filter(c -> c == 0).count();
        return zeros * 20 > head.length ? BINARY : TEXT;
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
