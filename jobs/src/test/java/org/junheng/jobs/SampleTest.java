package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All of the committed sample against a recomputation by another program (sample-data/expected/README.md) and against its own truth. */
class SampleTest {
    private static final Path SAMPLE = SampleRun.SAMPLE;
    private static final List<String> VERDICTS = List.of("PASS", "FAIL", "NOT_ASSESSED", "NOT_DECIDABLE", "SUPPRESSED");
    private static final List<String> KEY = List.of("subject_type", "subject_id", "year", "stage", "grade", "facet");

    private static Path run;
    private static Map<String, CSVRecord> measures;
    private static Map<String, CSVRecord> judgements;

    @BeforeAll
    static void run() throws IOException {
        run = SampleRun.folder();
        measures = new HashMap<>();
        for (CSVRecord row : Runs.table(run.resolve("csv/measures.csv"))) {
            if (row.get("base_year").isEmpty() && row.get("grouping").isEmpty()) {
                measures.put(key(row.get("metric_id"), row), row);
            }
        }
        judgements = new HashMap<>();
        for (CSVRecord row : Runs.table(run.resolve("csv/judgements.csv"))) {
            judgements.put(key(row.get("rule_id"), row), row);
        }
    }

    @Test
    void publishesTheNumbersThatAnotherProgramFinds() throws IOException {
        List<String> wrong = expected()
                .filter(e -> e.get("verdict").isEmpty() && !sameNumbers(e, measures.get(key(e))))
                .map(e -> key(e) + ": expected " + e.get("value") + ", found " + measures.get(key(e)))
                .toList();
        assertEquals(List.of(), wrong.stream().limit(10).toList());
        assertTrue(expected().filter(e -> !e.get("value").isEmpty()).count() > 2000);
    }

    @Test
    void publishesNoNumberWhereNoneMayStand() throws IOException {
        List<CSVRecord> hidden = expected()
                .filter(e ->
                        e.get("verdict").equals("HIDDEN") || e.get("verdict").equals("UNDEFINED"))
                .toList();
        assertTrue(!hidden.isEmpty());
        for (CSVRecord e : hidden) {
            CSVRecord found = measures.get(key(e));
            assertTrue(found == null || found.get("value").isEmpty(), () -> key(e) + " is published: " + found);
        }
    }

    @Test
    void judgesAsAnotherProgramDoes() throws IOException {
        List<CSVRecord> judged =
                expected().filter(e -> VERDICTS.contains(e.get("verdict"))).toList();
        for (CSVRecord e : judged) {
            CSVRecord found = judgements.get(key(e));
            assertEquals(e.get("verdict"), found == null ? "no judgement" : found.get("verdict"), () -> key(e));
        }
        for (String verdict : VERDICTS) {
            assertTrue(judged.stream().anyMatch(e -> e.get("verdict").equals(verdict)), verdict);
        }
        for (String book : List.of("R-", "YN-", "SD-", "MOE43-", "S003-", "ZJ-")) {
            assertTrue(judged.stream().anyMatch(e -> e.get("metric_id").startsWith(book)), book);
        }
    }

    /** One row per rule in force, county and year, and stage where the rule has one: judged, or NOT_ASSESSED with what it needs. */
    @Test
    void noRuleOnACountyIsForgotten() {
        Set<String> counties = judgements.values().stream()
                .filter(j -> j.get("subject_type").equals("county"))
                .map(j -> j.get("subject_id"))
                .collect(Collectors.toSet());
        assertEquals(12, counties.size());
        int asked = 0;
        for (String policy : RuleBook.known()) {
            for (Rule rule : RuleBook.of(policy).rules()) {
                for (int year = 2021; year <= 2024; year++) {
                    boolean isAsked = rule.scope() == SubjectType.COUNTY
                            && !rule.facet().contains("*")
                            && rule.isInForce(LocalDate.of(year, 9, 1));
                    for (String county : isAsked ? counties : Set.<String>of()) {
                        String stage = rule.stage() == null ? "" : rule.stage().name();
                        CSVRecord found = judgements.get(
                                String.join("|", rule.id(), "county", county, year + "", stage, "", rule.facet()));
                        assertTrue(found != null, () -> policy + " " + rule.id() + " of " + county);
                        boolean isOpen = found.get("verdict").equals("NOT_ASSESSED");
                        assertTrue(!isOpen || !found.get("reason").isBlank(), () -> rule.id() + " says no reason");
                        asked++;
                    }
                }
            }
        }
        assertTrue(asked >= 6000, asked + " rows");
    }

    @Test
    void whatMustAddUpDoes() throws IOException {
        PublishedIdentities.check(run);
    }

    /** Loose on purpose: the share of true effects inside their intervals is proved over many draws elsewhere. */
    @Test
    void findsTheTrueEffectsOfSchools() throws IOException {
        for (String subject : List.of("chinese", "math")) {
            List<Double> truth = new ArrayList<>();
            List<Double> found = new ArrayList<>();
            for (CSVRecord row : Runs.table(SAMPLE.resolve("truth/value_added.csv"))) {
                CSVRecord effect = measures.get(String.join(
                        "|",
                        "valueadded.school",
                        "school",
                        row.get("school_code"),
                        "2024",
                        "JUNIOR",
                        "9",
                        "score:" + subject));
                if (row.get("subject").equals(subject)
                        && effect != null
                        && !effect.get("value").isEmpty()) {
                    truth.add(Double.valueOf(row.get("effect")));
                    found.add(Double.valueOf(effect.get("value")));
                }
            }
            assertTrue(truth.size() > 100, subject + ": " + truth.size() + " schools");
            double correlation = new PearsonsCorrelation().correlation(array(truth), array(found));
            assertTrue(correlation > 0.8, subject + ": " + correlation);
        }
    }

    private static boolean sameNumbers(CSVRecord expected, CSVRecord found) {
        return found != null
                && Stream.of("value", "ci_low", "ci_high", "n_schools")
                        .allMatch(c -> near(expected.get(c), found.get(c)));
    }

    /** A bound or count that the expected file does not give may stand there. */
    private static boolean near(String expected, String found) {
        if (expected.isEmpty() || found.isEmpty()) {
            return expected.isEmpty();
        }
        double should = Double.parseDouble(expected);
        return Math.abs(Double.parseDouble(found) - should) <= 1e-12 + 1e-11 * Math.abs(should);
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Stream<CSVRecord> expected() throws IOException {
        return Runs.table(SAMPLE.resolve("expected/measures.csv")).stream();
    }

    private static String key(CSVRecord expected) {
        return key(expected.get("metric_id"), expected);
    }

    private static String key(String what, CSVRecord row) {
        List<String> parts = new ArrayList<>(List.of(what));
        KEY.forEach(k -> parts.add(row.isMapped(k) ? row.get(k) : ""));
        return String.join("|", parts);
    }
}
