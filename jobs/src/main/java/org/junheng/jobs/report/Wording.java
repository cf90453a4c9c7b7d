package org.junheng.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junheng.metric.Words;

/** Every word that a report says of its own, in one language: the one place is {@code words.csv}. */
public record Wording(Language language, SortedMap<String, Words> words) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    static Wording in(Language language) {
        SortedMap<String, Words> words = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(Wording.class.getResourceAsStream("words.csv"));
                CSVParser rows = CSVParser.parse(new InputStreamReader(in, StandardCharsets.UTF_8), FORMAT)) {
            rows.forEach(row -> words.put(row.get("key"), new Words(row.get("zh"), row.get("en"))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read words.csv", e);
        }
        return new Wording(language, words);
    }

    /** The words of a key that the program itself uses. */
    String text(String key) {
        Words found = words.get(key);
        if (found == null) {
            throw new IllegalStateException("words.csv has no " + key);
        }
        return language.of(found);
    }

    /** The words of a key that comes from data, which may hold codes that nobody has named. */
    String textOr(String key, String otherwise) {
        Words found = words.get(key);
        return found == null ? otherwise : language.of(found);
    }

    /** The words with their {@code {holes}} filled. */
    String text(String key, Map<String, String> filling) {
        String text = text(key);
        for (Map.Entry<String, String> hole : filling.entrySet()) {
            text = text.replace("{" + hole.getKey() + "}", hole.getValue());
        }
        return text;
    }

    /** One language of a published cell that holds both. */
    String of(String both) {
        return language.of(Words.parse(both));
    }

    /** The name of a unit. */
    String unit(String unit) {
        return textOr("unit." + unit, of(unit));
    }

    /** The words whose keys begin with a prefix, under the rest of their keys. */
    SortedMap<String, String> under(String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        words.subMap(prefix, prefix + Character.MAX_VALUE)
                .forEach((key, value) -> found.put(key.substring(prefix.length()), language.of(value)));
        return found;
    }
}
