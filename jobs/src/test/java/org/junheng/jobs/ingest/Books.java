package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that a test can hold what no writer would write. A cell that begins with {@code <c} is XML. */
final class Books {
    private static final String NS = "http://schemas.openxmlformats.org";
    private static final String KIND = NS + "/officeDocument/2006/relationships/";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private String doctype = "";
    private String formats = "";

    Books sheet(String name, List<String> merged, String... rows) {
        StringBuilder data = new StringBuilder();
        for (int r = 0; r < rows.length; r++) {
            data.append("<row r=\"").append(r + 1).append("\">");
            String[] cells = rows[r].split("\\|", -1);
            for (int c = 0; c < cells.length; c++) {
                data.append(cell(cells[c], "ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(c) + String.valueOf(r + 1)));
            }
            data.append("</row>");
        }
        List<String> areas = new ArrayList<>();
        merged.forEach(m -> areas.add("<mergeCell ref=\"" + m + "\"/>"));
        sheets.put(name, data + "</sheetData><mergeCells>" + String.join("", areas) + "</mergeCells>");
        return this;
    }

    Books sheet(String name, String... rows) {
        return sheet(name, List.of(), rows);
    }

    /** A sheet that a spreadsheet does not show. */
    Books hidden(String name, String... rows) {
        hidden.add(name);
        return sheet(name, rows);
    }

    /** A document type in every part. */
    Books doctype(String text) {
        doctype = text;
        return this;
    }

    /** The format with which a cell of style 1 shows its number. */
    Books format(String code) {
        formats = code;
        return this;
    }

    private static String cell(String text, String place) {
        if (text.isEmpty()) {
            return "";
        } else if (text.startsWith("<c")) {
            return "<c r=\"" + place + "\"" + text.substring(2);
        }
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text.replace("&", "&amp;") + "</t></is></c>";
    }

    void write(Path file) {
        StringBuilder list = new StringBuilder();
        StringBuilder links = new StringBuilder(link("s", "styles", "styles.xml"));
        int n = 0;
        for (String name : sheets.keySet()) {
            n++;
            String state = hidden.contains(name) ? " state=\"hidden\"" : "";
            list.append("<sheet" + state + " name=\"" + name + "\" sheetId=\"" + n + "\" r:id=\"r" + n + "\"/>");
            links.append(link("r" + n, "worksheet", "worksheets/sheet" + n + ".xml"));
        }
        try {
            Files.createDirectories(file.getParent());
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                add(zip, "_rels/.rels", relations(link("r1", "officeDocument", "xl/workbook.xml")));
                add(zip, "xl/_rels/workbook.xml.rels", relations(links.toString()));
                add(
                        zip,
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + NS + "/spreadsheetml/2006/main\" xmlns:r=\"" + NS
                                + "/officeDocument/2006/relationships\"><sheets>" + list + "</sheets></workbook>");
                add(
                        zip,
                        "xl/styles.xml",
                        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"" + formats
                                + "\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
                int k = 0;
                for (String data : sheets.values()) {
                    add(zip, "xl/worksheets/sheet" + ++k + ".xml", "<worksheet><sheetData>" + data + "</worksheet>");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String relations(String links) {
        return "<Relationships>" + links + "</Relationships>";
    }

    private static String link(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + KIND + kind + "\" Target=\"" + target + "\"/>";
    }

    private void add(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + doctype + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
