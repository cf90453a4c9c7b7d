package org.junheng.published;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Rows of a published table; lines with {@code #} at the top say where it is from. */
public final class PublishedRows {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private PublishedRows() {}

    public static List<CSVRecord> of(String table) throws IOException {
        String name = "/published/" + table + ".csv";
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(PublishedRows.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            return FORMAT.parse(text).getRecords();
        }
    }

    public static List<CSVRecord> of(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            return FORMAT.parse(text).getRecords();
        }
    }

    public static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
