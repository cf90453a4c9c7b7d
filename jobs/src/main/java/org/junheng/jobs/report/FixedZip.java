package org.junheng.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junheng.jobs.report.office.ChartSheet;

/** A workbook with its charts, and without the time at which it was written: the same tables give the same bytes. */
final class FixedZip {
    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)";

    private FixedZip() {}

    static void copy(Path workbook, ChartSheet charts, Path to) throws IOException {
        try (ZipFile entries = new ZipFile(workbook.toFile());
                ZipOutputStream fixed = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : entries.stream().toList()) {
                try (InputStream content = entries.getInputStream(entry)) {
                    copy(entry.getName(), content, charts, fixed);
                }
            }
            for (Map.Entry<String, String> part : charts.parts().entrySet()) {
                begin(part.getKey(), fixed);
                fixed.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                fixed.closeEntry();
            }
        }
    }

    private static void copy(String part, InputStream content, ChartSheet charts, ZipOutputStream fixed)
            throws IOException {
        begin(part, fixed);
        if (part.equals("docProps/core.xml")) {
            fixed.write(withoutTime(content.readAllBytes()));
        } else if (charts.amends(part)) {
            String xml = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            fixed.write(charts.amended(part, xml).getBytes(StandardCharsets.UTF_8));
        } else {
            content.transferTo(fixed);
        }
        fixed.closeEntry();
    }

    private static void begin(String part, ZipOutputStream fixed) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(NEVER);
        fixed.putNextEntry(entry);
    }

    private static byte[] withoutTime(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll(CREATED, "$1" + NEVER + ":00Z$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
