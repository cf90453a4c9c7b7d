package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;

/** The Chinese words that deliveries use for the words of the contract; data in {@code words.csv}. */
final class Vocabulary {
    private static final Map<String, Map<String, String>> WORDS = read();

    private Vocabulary() {}

    /** The words of a closed list, by the name of its type: Chinese to contract. */
    static Map<String, String> words(String type) {
        return WORDS.getOrDefault(type, Map.of());
    }

    private static Map<String, Map<String, String>> read() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Map<String, Map<String, String>> words = new TreeMap<>();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream("words.csv")), StandardCharsets.UTF_8)) {
            format.parse(in).forEach(r -> words.computeIfAbsent(r.get("type"), t -> new TreeMap<>())
                    .put(r.get("word"), r.get("means")));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
