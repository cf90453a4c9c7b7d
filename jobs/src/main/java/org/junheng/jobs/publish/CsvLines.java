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
    private final StringBuilder line = new StringBuilder();
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
                line.append(printed(i, text));
            } else if (i == 0 && !(cell instanceof Double)) {
                FORMAT.print(cell, line, true);
            } else {
                line.append(i == 0 ? "" : ",");
                append(cell);
            }
        }
        out.append(line.append('\n'));
        line.setLength(0);
    }

    private void append(@Nullable Object cell) {
        if (cell instanceof Double number) {
            line.append(ShortestDecimal.text(number));
        } else if (cell instanceof Long number) {
            line.append(number.longValue());
        } else if (cell instanceof Integer number) {
            line.append(number.intValue());
        } else if (cell != null) {
            line.append(cell);
        }
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
