package org.junheng.jobs.store;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** How a whole run appears at once on a kind of store; {@code stores.csv} says which kind does it how. */
enum Publication {
    /** Folders and files are renamed in one step: a run is written aside and renamed, the pointer is replaced by a renamed file. */
    RENAME,
    /** Renaming copies, but a single object is replaced as a whole: a run is written in its place, its manifest last, then the pointer. */
    OVERWRITE;

    private static final String ANY_OTHER = "*";

    static Publication of(String scheme) {
        Map<String, Publication> known = known();
        return Objects.requireNonNull(known.getOrDefault(scheme, known.get(ANY_OTHER)));
    }

    private static Map<String, Publication> known() {
        Map<String, Publication> known = new TreeMap<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(Publication.class.getResourceAsStream("stores.csv")), StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(text)) {
                known.put(row.get("scheme"), valueOf(row.get("publication")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
