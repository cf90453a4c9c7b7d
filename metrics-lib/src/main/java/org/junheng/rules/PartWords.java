package org.junheng.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.metric.Words;

/**
 * How the parts of a verdict on a whole are named: the rule by its id, what it was judged on by words ({@code facets.csv}). A word that a user's own book
 * or delivery brings, such as a subject, stays as it is spelt.
 */
final class PartWords {
    private static final Map<String, Words> WORDS = read();

    private PartWords() {}

    /** {@code SD-05 小学教学及辅助用房面积(与城区学校比)}, {@code SD-05 teaching and auxiliary rooms, primary, against urban schools}. */
    static Words of(Judgement part) {
        String id = part.rule().id();
        Words facet = part.facet().equals(id) ? Words.NONE : facet(part.facet());
        Words groups = groups(part.facet());
        Words stage = part.stage() == null ? Words.NONE : word(part.stage().name());
        String zh = stage.zh() + facet.zh() + (groups.zh().isEmpty() ? "" : "(" + groups.zh() + ")");
        String en = after(after(facet.en(), stage.en()), groups.en());
        return new Words(zh.isEmpty() ? id : id + " " + zh, en.isEmpty() ? id : id + " " + en);
    }

    /** The facet without the groups that it compares, and of a kind such as {@code score:} the item alone. */
    private static Words facet(String facet) {
        int bar = facet.indexOf('|');
        String own = bar < 0 ? facet : facet.substring(0, bar);
        return own.isEmpty() ? Words.NONE : word(own.substring(own.indexOf(':') + 1));
    }

    private static Words groups(String facet) {
        int bar = facet.indexOf('|');
        return bar < 0 ? Words.NONE : word(facet.substring(bar + 1));
    }

    private static String after(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }

    private static Words word(String code) {
        return WORDS.getOrDefault(code, new Words(code, code));
    }

    /** Whether a code has words. */
    static boolean knows(String code) {
        return WORDS.containsKey(code);
    }

    private static Map<String, Words> read() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream file = Objects.requireNonNull(PartWords.class.getResourceAsStream("/facets.csv"));
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Map<String, Words> words = new HashMap<>();
            for (CSVRecord row : format.parse(text)) {
                words.put(row.get("code"), new Words(row.get("zh"), row.get("en")));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
