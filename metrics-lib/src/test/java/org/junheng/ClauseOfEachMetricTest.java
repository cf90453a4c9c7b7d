package org.junheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junheng.metric.Definition;
import org.junheng.metric.Entry;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every metric names the clauses that ask for it, in the dictionary and in its Javadoc alike, and the clauses of the rules that judge it among them. */
class ClauseOfEachMetricTest {
    private static final Pattern TOLD = Pattern.compile("<p>Clauses?: ([^.]+)\\.");

    static List<Definition> definitions() {
        return Catalogue.definitions();
    }

    static List<Answer> answers() {
        return Answer.all();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyMetricNamesAClause(Definition definition) {
        assertFalse(definition.clauses().isEmpty(), definition.id());
        assertEquals(
                definition.clauses().size(), Set.copyOf(definition.clauses()).size(), definition.id());
    }

    @Test
    void theJavadocOfATypeNamesTheClausesOfItsMetrics() throws IOException {
        SortedMap<String, SortedSet<String>> types = new TreeMap<>();
        for (Entry entry : Catalogue.entries()) {
            types.computeIfAbsent(entry.getClass().getName(), type -> new TreeSet<>())
                    .addAll(entry.definition().clauses());
        }
        assertTrue(types.size() > 90, types.size() + " types");
        for (var type : types.entrySet()) {
            assertEquals(type.getValue(), told(type.getKey()), type.getKey());
        }
    }

    /** {@code Answer} adds the metrics that rules judge to those that name the clause: there must be nothing to add. */
    @ParameterizedTest
    @MethodSource("answers")
    void theMetricOfEveryRuleNamesTheClauseOfTheRule(Answer answer) {
        List<Rule> rules = new ArrayList<>();
        RuleBook.known().forEach(policy -> rules.addAll(RuleBook.of(policy).rules()));
        rules.stream().filter(answer.clause()::isOf).forEach(rule -> {
            Definition judged = Catalogue.definition(rule.metric()).orElseThrow();
            assertTrue(
                    judged.clauses().stream()
                            .anyMatch(named ->
                                    Answer.covers(named, answer.clause().id())),
                    () -> rule.id() + " judges " + judged.id() + ", which names " + judged.clauses());
        });
    }

    private static SortedSet<String> told(String type) throws IOException {
        String source = Files.readString(Path.of("src/main/java", type.replace('.', '/') + ".java"));
        String javadoc = source.substring(0, source.indexOf("\npublic ")).replaceAll("\\n \\* ?", " ");
        Matcher told = TOLD.matcher(javadoc);
        assertTrue(told.find(), () -> type + " has no line \"Clause: ...\" in its Javadoc");
        return new TreeSet<>(List.of(told.group(1).trim().split("; +")));
    }
}
