package org.junheng.jobs.report.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An office file, and those that lie in it, without the time at which it was written: the same numbers give the same bytes. */
public final class FixedZip {
    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String WRITTEN = "(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:(?:created|modified)>)";

    private FixedZip() {}

    /** A workbook with its charts. */
    public static void copy(Path workbook, ChartSheet charts, Path to) throws IOException {
        try (ZipFile entries = new ZipFile(workbook.toFile());
                ZipOutputStream fixed = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : entries.stream().toList()) {
                try (InputStream content = entries.getInputStream(entry)) {
                    put(entry.getName(), content, charts, fixed);
                }
            }
            for (Map.Entry<String, String> part : charts.parts().entrySet()) {
                byte[] xml = part.getValue().getBytes(StandardCharsets.UTF_8);
                put(part.getKey(), new ByteArrayInputStream(xml), ChartSheet.NONE, fixed);
            }
        }
    }

    /** A document, with the workbooks behind its charts. */
    public static void copy(byte[] document, Path to) throws IOException {
        Files.write(to, fixed(new ByteArrayInputStream(document)));
    }

    private static byte[] fixed(InputStream file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipInputStream entries = new ZipInputStream(file);
        try (ZipOutputStream fixed = new ZipOutputStream(out)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                put(entry.getName(), entries, ChartSheet.NONE, fixed);
            }
        }
        return out.toByteArray();
    }

    private static void put(String part, InputStream content, ChartSheet charts, ZipOutputStream fixed)
            throws IOException {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(NEVER);
        fixed.putNextEntry(entry);
        if (part.equals("docProps/core.xml")) {
            fixed.write(withoutTime(content.readAllBytes()));
        } else if (part.endsWith(".xlsx")) {
            fixed.write(fixed(content));
        } else if (charts.amends(part)) {
            String xml = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            fixed.write(charts.amended(part, xml).getBytes(StandardCharsets.UTF_8));
        } else {
            content.transferTo(fixed);
        }
        fixed.closeEntry();
    }

    private static byte[] withoutTime(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll(WRITTEN, "$1" + NEVER + ":00Z$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
