package org.junheng.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook without the time at which it was written: the same tables give the same bytes. */
final class FixedZip {
    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)";

    private FixedZip() {}

    static void copy(Path workbook, Path to) throws IOException {
        try (ZipFile entries = new ZipFile(workbook.toFile());
                ZipOutputStream fixed = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : entries.stream().toList()) {
                copy(entries, entry, fixed);
            }
        }
    }

    private static void copy(ZipFile entries, ZipEntry entry, ZipOutputStream fixed) throws IOException {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(NEVER);
        fixed.putNextEntry(copy);
        try (InputStream content = entries.getInputStream(entry)) {
            if (entry.getName().equals("docProps/core.xml")) {
                fixed.write(withoutTime(content.readAllBytes()));
            } else {
                content.transferTo(fixed);
            }
        }
        fixed.closeEntry();
    }

    private static byte[] withoutTime(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll(CREATED, "$1" + NEVER + ":00Z$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
