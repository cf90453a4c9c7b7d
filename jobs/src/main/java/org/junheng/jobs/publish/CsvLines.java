package org.junheng.jobs.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ingest.InertText;
import org.junheng.stats.ShortestDecimal;

/**
 * A CSV file of typed cells. Text is made inert and quoted as RFC 4180 wants it, once for neighbouring rows that hold the same; numbers, dates and
 * truth values need neither. Numbers are written alike by every version of Java.
 */
final class CsvLines implements Closeable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private final Writer out;
    private final @Nullable String[] last;
    private final String[] printed;

    private CsvLines(Path file, int width) throws IOException {
        this.last = new @Nullable String[width];
        this.printed = new String[width];
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    static CsvLines under(List<String> header, Path file) throws IOException {
        CsvLines lines = new CsvLines(file, header.size());
        FORMAT.printRecord(lines.out, header.toArray());
        return lines;
    }

    /** Lines that follow those of another file. */
    static CsvLines following(int width, Path file) throws IOException {
        return new CsvLines(file, width);
    }

    void add(@Nullable Object[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            if (cell instanceof String text) {
                out.write(printed(i, text));
            } else if (cell instanceof Double number) {
                out.write((i == 0 ? "" : ",") + ShortestDecimal.text(number));
            } else if (i == 0) {
                FORMAT.print(cell, out, true);
            } else {
                out.write(cell == null ? "," : "," + cell);
            }
        }
        out.write('\n');
    }

    /** The text as it stands in the file, the comma before it included. */
    private String printed(int column, String text) throws IOException {
        if (!text.equals(last[column])) {
            StringBuilder cell = new StringBuilder();
            FORMAT.print(InertText.of(text), cell, column == 0);
            last[column] = text;
            printed[column] = cell.toString();
        }
        return printed[column];
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
