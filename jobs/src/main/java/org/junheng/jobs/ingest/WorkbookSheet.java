package org.junheng.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook, read as a stream; an empty cell at the end of a row is a cell as any other. */
final class WorkbookSheet implements SheetSource {
    private static final int MOST_COLUMNS = 16_384;
    private static final long MOST_TEXT = 32_000_000;

    private final SourceFile file;
    private final Merges merges;
    private final MergedDown mergedDown;
    private final Map<Long, String> corners = new HashMap<>();
    private final ZipFile zip;
    private final ZipPart part;
    private final Xml xml;
    private final StoredCell stored;
    private long last;
    private int width;
    private long allowance;

    static SheetSource open(SourceFile file, WorkbookParts book, String sheet, Merges merges) {
        try {
            return new WorkbookSheet(file, book, sheet, merges);
        } catch (IOException e) {
            throw Sheets.refusal(file, e);
        }
    }

    private WorkbookSheet(SourceFile file, WorkbookParts book, String sheet, Merges merges) throws IOException {
        this.file = file;
        this.merges = merges;
        this.mergedDown = new MergedDown(merges);
        this.zip = new ZipFile(book.path().toFile());
        this.part = WorkbookParts.part(zip, sheet);
        this.xml = new Xml(part);
        this.stored = new StoredCell(book);
    }

    @Override
    public @Nullable RawRow next() {
        try {
            for (String element = xml.next(); element != null; element = xml.next()) {
                if (element.equals("row")) {
                    return mergedDown.filled(row());
                }
            }
            return null;
        } catch (IOException e) {
            throw Sheets.refusal(file, e);
        }
    }

    private RawRow row() throws IOException {
        String number = xml.attribute("r");
        last = number == null ? last + 1 : Math.max(last + 1, CellFormats.number(number));
        allowance = MOST_TEXT;
        List<String> cells = new ArrayList<>(width);
        for (String element = xml.next(); element != null && !element.equals("/row"); element = xml.next()) {
            if (element.equals("c")) {
                add(cells);
            }
        }
        width = Math.max(width, cells.size());
        cells.addAll(Collections.nCopies(width - cells.size(), ""));
        return new RawRow(last, cells);
    }

    private void add(List<String> cells) throws IOException {
        String place = Objects.requireNonNullElse(xml.attribute("r"), "");
        String letters = place.replaceAll("[0-9]+$", "");
        int column = letters.matches("[A-Z]{1,3}") ? Merges.column(letters) : cells.size() + 1;
        if (column <= cells.size() || column > MOST_COLUMNS) {
            throw new ZipException("cells out of order");
        }
        cells.addAll(Collections.nCopies(column - 1 - cells.size(), ""));
        String text = cell();
        allowance -= text.length();
        if (allowance < 0) {
            throw new ZipPart.Bomb();
        }
        cells.add(text);
    }

    private String cell() throws IOException {
        String type = xml.attribute("t");
        int style = CellFormats.number(xml.attribute("s"));
        String value = null;
        String formula = null;
        for (String element = xml.next(); element != null && !element.equals("/c"); element = xml.next()) {
            switch (element) {
                case "v" -> value = xml.text();
                case "f" -> formula = xml.text();
                case "is" -> value = RichText.read(xml, "/is");
                default -> {}
            }
        }
        return stored.text(type, style, value, formula);
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public RawRow spread(RawRow row) {
        List<String> cells = new ArrayList<>(row.cells());
        for (Merges.Area area : merges.areas()) {
            if (row.number() >= area.top() && row.number() <= area.bottom()) {
                spread(area, row.number(), cells);
            }
        }
        return new RawRow(row.number(), cells);
    }

    private void spread(Merges.Area area, long row, List<String> cells) {
        long key = (long) area.top() * MOST_COLUMNS + area.left();
        if (row == area.top() && area.left() <= cells.size()) {
            corners.put(key, cells.get(area.left() - 1));
        }
        String corner = corners.getOrDefault(key, "");
        int right = Math.min(area.right(), MOST_COLUMNS);
        while (!corner.isEmpty() && cells.size() < right) {
            cells.add("");
        }
        for (int j = area.left(); j <= right && !corner.isEmpty(); j++) {
            cells.set(j - 1, corner);
        }
    }

    @Override
    public void close() throws IOException {
        part.close();
        zip.close();
    }
}
