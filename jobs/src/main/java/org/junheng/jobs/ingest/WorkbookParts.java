package org.junheng.jobs.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What the sheets of a workbook share.
 *
 * @param sheets the part of each sheet by its name, in their order
 * @param hidden names of the sheets that a spreadsheet does not show
 * @param since1904 whether days are counted from 1904
 */
record WorkbookParts(
        Path path,
        Map<String, String> sheets,
        Set<String> hidden,
        List<String> strings,
        CellFormats formats,
        boolean since1904) {
    private static final long MOST_TEXT = 60_000_000;
    private static final int MOST_PARTS = 20_000;

    /** @throws ZipException when the archive is damaged or no workbook */
    static WorkbookParts read(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new ZipPart.Bomb();
            }
            Map<String, String> roots = relations(zip, "_rels/.rels", "");
            String book = roots.get("officeDocument");
            if (book == null || zip.getEntry(book) == null) {
                throw new NoWorkbook();
            }
            String folder = book.substring(0, book.lastIndexOf('/') + 1);
            String name = book.substring(folder.length());
            return book(path, zip, book, folder, folder + "_rels/" + name + ".rels");
        }
    }

    /** An archive, but of something else. */
    static final class NoWorkbook extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static WorkbookParts book(Path path, ZipFile zip, String book, String folder, String rels)
            throws IOException {
        Map<String, String> targets = relations(zip, rels, folder);
        Map<String, String> sheets = new LinkedHashMap<>();
        Set<String> hidden = new TreeSet<>();
        boolean since1904 = false;
        try (ZipPart part = part(zip, book)) {
            Xml xml = new Xml(part);
            for (String element = xml.next(); element != null; element = xml.next()) {
                if (element.equals("sheet")) {
                    String target = targets.get(xml.relationship());
                    String sheet = Objects.requireNonNullElse(xml.attribute("name"), "");
                    if (target != null && zip.getEntry(target) != null) {
                        sheets.put(sheet, target);
                    } else {
                        throw new ZipException("a sheet is missing");
                    }
                    if (!"visible".equals(Objects.requireNonNullElse(xml.attribute("state"), "visible"))) {
                        hidden.add(sheet);
                    }
                } else if (element.equals("workbookPr")) {
                    String date1904 = Objects.requireNonNullElse(xml.attribute("date1904"), "0");
                    since1904 = date1904.equals("1") || date1904.equals("true");
                }
            }
        }
        return new WorkbookParts(
                path,
                sheets,
                hidden,
                strings(zip, targets.get("sharedStrings")),
                formats(zip, targets.get("styles")),
                since1904);
    }

    /** The targets of a part's relationships, by their id and by the last word of their type. */
    private static Map<String, String> relations(ZipFile zip, String rels, String folder) throws IOException {
        Map<String, String> targets = new TreeMap<>();
        if (zip.getEntry(rels) == null) {
            return targets;
        }
        try (ZipPart part = part(zip, rels)) {
            Xml xml = new Xml(part);
            for (String element = xml.next(); element != null; element = xml.next()) {
                if (element.equals("Relationship")) {
                    String target = Objects.requireNonNullElse(xml.attribute("Target"), "");
                    String place = target.startsWith("/") ? target.substring(1) : folder + target;
                    String type = Objects.requireNonNullElse(xml.attribute("Type"), "");
                    targets.put(Objects.requireNonNullElse(xml.attribute("Id"), ""), place);
                    targets.put(type.substring(type.lastIndexOf('/') + 1), place);
                }
            }
        }
        return targets;
    }

    private static List<String> strings(ZipFile zip, @Nullable String name) throws IOException {
        List<String> strings = new ArrayList<>();
        if (name == null || zip.getEntry(name) == null) {
            return strings;
        }
        long length = 0;
        try (ZipPart part = part(zip, name)) {
            Xml xml = new Xml(part);
            for (String element = xml.next(); element != null; element = xml.next()) {
                if (element.equals("si")) {
                    String text = RichText.read(xml, "/si");
                    length += text.length() + 24;
                    strings.add(text);
                }
                if (length > MOST_TEXT) {
                    throw new ZipPart.Bomb();
                }
            }
        }
        return strings;
    }

    private static CellFormats formats(ZipFile zip, @Nullable String name) throws IOException {
        if (name == null || zip.getEntry(name) == null) {
            return CellFormats.NONE;
        }
        try (ZipPart part = part(zip, name)) {
            return CellFormats.read(new Xml(part));
        }
    }

    static ZipPart part(ZipFile zip, String name) throws IOException {
        ZipEntry entry = Objects.requireNonNull(zip.getEntry(name), name);
        return new ZipPart(zip.getInputStream(entry), entry);
    }
}
