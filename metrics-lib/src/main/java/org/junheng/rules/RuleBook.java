package org.junheng.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/** The rules of one or several policies, read from CSV: a row per rule and period. A book holds only what its policy adds or changes. */
public record RuleBook(List<Rule> rules) implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final RuleBook EMPTY = new RuleBook(List.of());

    private static final SortedSet<String> OWN =
            new TreeSet<>(List.of("alliance-plans", "national-2012", "national-2017", "shandong-2020", "yunnan-2024"));

    public RuleBook {
        rules = List.copyOf(rules);
    }

    /** The policies whose books come with the program. */
    public static SortedSet<String> known() {
        return new TreeSet<>(OWN);
    }

    /**
     * A book that comes with the program.
     *
     * @throws IllegalArgumentException for a policy without a book
     */
    public static RuleBook of(String policy) {
        InputStream book = RuleBook.class.getResourceAsStream("/rulebooks/" + policy + ".csv");
        if (book == null || !OWN.contains(policy)) {
            throw new IllegalArgumentException("no rule book \"" + policy + "\"; known: " + OWN);
        }
        try (Reader text = new InputStreamReader(book, StandardCharsets.UTF_8)) {
            return read(policy, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a book.
     *
     * @throws IllegalArgumentException naming the row and what is wrong with it
     */
    public static RuleBook read(String policy, Reader text) throws IOException {
        List<Rule> rules = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (CSVRecord row : format.parse(text)) {
            try {
                rules.add(rule(policy, row));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        "rule book " + policy + ", row " + (row.getRecordNumber() + 1) + ": " + e.getMessage(), e);
            }
        }
        return new RuleBook(rules);
    }

    /** This book and another one together; a rule of the other takes the place of this book's rule on the same figure. */
    public RuleBook and(RuleBook other) {
        List<Rule> both = new ArrayList<>(rules);
        both.removeIf(mine -> other.rules.stream().anyMatch(mine::isReplacedBy));
        both.addAll(other.rules);
        return new RuleBook(both);
    }

    /** What is in force on a day. */
    public RuleBook on(LocalDate day) {
        return new RuleBook(rules.stream().filter(r -> r.isInForce(day)).toList());
    }

    /** The rules on one metric of one kind of subject. */
    public List<Rule> on(String metric, SubjectType scope, @Nullable Stage stage) {
        return rules.stream()
                .filter(r -> r.metric().equals(metric) && r.scope() == scope && r.stage() == stage)
                .toList();
    }

    private static Rule rule(String policy, CSVRecord row) {
        return new Rule(
                policy,
                row.get("rule_id"),
                row.get("metric"),
                SubjectType.valueOf(row.get("scope")),
                row.get("stage").isEmpty() ? null : Stage.valueOf(row.get("stage")),
                row.get("facet"),
                Operator.of(row.get("operator")),
                decimal(low(row.get("standard"))),
                decimal(high(row.get("standard"))),
                decimal(row.get("floor")),
                row.get("unit"),
                LocalDate.parse(row.get("from")),
                row.get("to").isEmpty() ? null : LocalDate.parse(row.get("to")),
                row.get("severity"),
                row.get("basis"),
                row.get("document"),
                row.get("clause"));
    }

    private static String low(String standard) {
        int range = standard.indexOf("..");
        return range < 0 ? standard : standard.substring(0, range);
    }

    private static String high(String standard) {
        int range = standard.indexOf("..");
        return range < 0 ? "" : standard.substring(range + 2);
    }

    private static @Nullable BigDecimal decimal(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
