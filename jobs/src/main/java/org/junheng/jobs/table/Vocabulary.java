package org.junheng.jobs.table;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The Chinese words that deliveries use: headings of columns and words of closed lists in {@code vocabulary.csv}; further spellings of such
 * words, grades, subjects and what means missing in {@code words.csv}.
 */
public final class Vocabulary {
    private static final List<Term> TERMS = readTerms();
    private static final Map<String, Map<String, String>> WORDS = readWords();

    private Vocabulary() {}

    /**
     * A term with the spellings that occur in files, the official one first.
     *
     * @param identifier the column or {@code column=WORD}
     * @param column the column of the contract that it heads; empty where the contract has none
     */
    public record Term(List<String> names, String identifier, String column) {
        /** Whether it is a word of a closed list and heads no column. */
        public boolean isWord() {
            return identifier.indexOf('=') > 0;
        }
    }

    /** All terms. */
    public static List<Term> terms() {
        return TERMS;
    }

    /** The official Chinese heading of a column of the contract. */
    public static Optional<String> heading(String column) {
        Stream<Term> fitting =
                TERMS.stream().filter(t -> !t.isWord() && t.column().equals(column));
        return fitting.sorted((a, b) -> Boolean.compare(
                        b.identifier().equals(column), a.identifier().equals(column)))
                .map(t -> t.names().get(0))
                .findFirst();
    }

    /**
     * The words that cells may hold, by the type of the column or its name ({@code grade}, {@code subject}): delivered to contract, the
     * official word of each first.
     */
    public static Map<String, String> words(String type) {
        return WORDS.getOrDefault(type, Map.of());
    }

    /** A subject as the tables name it: its word of the vocabulary, else in lower case ({@code Math} is {@code math}). */
    public static String subject(String delivered) {
        return words("subject").getOrDefault(delivered, delivered.toLowerCase(Locale.ROOT));
    }

    private static List<Term> readTerms() {
        List<Term> terms = new ArrayList<>();
        for (CSVRecord r : records("vocabulary.csv")) {
            List<String> names = new ArrayList<>(List.of(r.get("chinese_term")));
            Stream.of(r.get("aliases_in_files").split(";", -1))
                    .filter(a -> !a.isBlank())
                    .forEach(names::add);
            terms.add(new Term(List.copyOf(names), r.get("identifier"), r.get("contract_column")));
        }
        return List.copyOf(terms);
    }

    private static Map<String, Map<String, String>> readWords() {
        Map<String, Map<String, String>> words = new TreeMap<>();
        for (Term term : TERMS) {
            String[] parts = term.identifier().split("=", -1);
            if (parts.length == 2) {
                term.names().forEach(n -> add(words, typeOf(parts[0]), n, parts[1]));
            }
        }
        records("words.csv").forEach(r -> add(words, r.get("type"), r.get("word"), r.get("means")));
        return words;
    }

    private static void add(Map<String, Map<String, String>> words, String type, String word, String means) {
        words.computeIfAbsent(type, t -> new LinkedHashMap<>()).putIfAbsent(word, means);
    }

    /** {@code cluster_type} is read as a {@code ClusterType}. */
    private static String typeOf(String column) {
        StringBuilder type = new StringBuilder();
        for (String part : column.split("_", -1)) {
            type.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
        return type.toString();
    }

    private static List<CSVRecord> records(String name) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            return format.parse(in).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
