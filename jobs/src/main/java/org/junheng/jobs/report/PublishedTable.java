package org.junheng.jobs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A published table of a run, read one row at a time and never held.
 *
 * @param file {@code RUN/csv/<table>.csv}
 */
record PublishedTable(Path file) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    static PublishedTable of(Path runFolder, String name) {
        return new PublishedTable(runFolder.resolve("csv").resolve(name + ".csv"));
    }

    /** Hands over every row in the order of the file; a table that was not published has none. */
    void forEach(Consumer<Line> reader) {
        if (!Files.exists(file)) {
            return;
        }
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            Map<String, Integer> columns = rows.getHeaderMap();
            for (CSVRecord row : rows) {
                reader.accept(new Line(columns, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), e);
        }
    }

    /** One row: cells by the name of their column, an empty cell being null. */
    record Line(Map<String, Integer> columns, CSVRecord row) {
        /** The text of a cell, empty where there is none. */
        String text(String column) {
            Integer place = columns.get(column);
            return place == null ? "" : row.get(place);
        }

        @Nullable
        Double number(String column) {
            String text = text(column);
            return text.isEmpty() ? null : Double.valueOf(text);
        }

        boolean has(String column, String text) {
            return text(column).equals(text);
        }

        boolean isTrue(String column) {
            return has(column, "true");
        }
    }
}
