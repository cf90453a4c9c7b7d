package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public school data of three countries against numbers from a separate program with exact fractions (its README says how). */
class RealDeliveriesTest {
    private static final List<String> KEY =
            List.of("metric_id", "subject_type", "subject_id", "year", "base_year", "stage", "facet");
    private static final Set<String> GROUPINGS = Set.of("", "COUNTY");

    @TempDir
    Path out;

    private Path run = Path.of("");

    @Test
    void england() throws IOException {
        assertEquals(135, requireEveryNumber("england"));
        assertEquals(30, requireEveryEffect("england"));
    }

    @Test
    void chile() throws IOException {
        assertEquals(12_396, requireEveryNumber("chile"));
        assertEquals(18, requireEveryEffect("chile"));
    }

    @Test
    void northCarolina() throws IOException {
        assertEquals(16_632, requireEveryNumber("north-carolina"));
    }

    private int requireEveryNumber(String name) throws IOException {
        Path delivery = Shared.path("real/" + name);
        run = Runs.of(delivery.resolve("evaluation.yaml"), out);
        Map<String, List<String>> published = new HashMap<>();
        for (CSVRecord row : Runs.table(run.resolve("csv/measures.csv"))) {
            if (GROUPINGS.contains(row.get("grouping"))) {
                published.computeIfAbsent(key(row), k -> new ArrayList<>()).add(row.get("value"));
            }
        }
        List<CSVRecord> expected = Runs.table(delivery.resolve("expected.csv"));
        List<String> wrong = expected.stream()
                .filter(e -> !holds(e, published.getOrDefault(key(e), List.of())))
                .map(e -> key(e) + ": expected " + e.get("value") + " " + e.get("status") + ", found "
                        + published.get(key(e)))
                .toList();
        System.out.println(
                name + ": " + (expected.size() - wrong.size()) + " of " + expected.size() + " expected numbers hold");
        assertEquals(List.of(), wrong.stream().limit(10).toList());
        return expected.size();
    }

    /** Effects of joining, standard errors and numbers of schools, in the run that has just been published. */
    private int requireEveryEffect(String name) throws IOException {
        Map<String, CSVRecord> published = PublishedImpact.of(run);
        List<CSVRecord> expected = Runs.table(Shared.path("real/" + name).resolve("expected_impact.csv"));
        for (CSVRecord e : expected) {
            CSVRecord found = published.get(PublishedImpact.expectedKey(e));
            assertTrue(
                    found != null && ReferenceDeliveriesTest.holds(e, found.get(e.get("column"))),
                    () -> e + " found " + found);
        }
        return expected.size();
    }

    private static boolean holds(CSVRecord expected, List<String> found) {
        if (!expected.get("status").equals("OK")) {
            return found.stream().allMatch(String::isEmpty);
        }
        if (found.size() != 1 || found.get(0).isEmpty()) {
            return false;
        }
        double should = Double.parseDouble(expected.get("value"));
        double error = Math.abs(Double.parseDouble(found.get(0)) - should);
        return error <= 1e-12 || error <= 1e-9 * Math.abs(should);
    }

    private static String key(CSVRecord row) {
        return String.join("|", KEY.stream().map(row::get).toList());
    }
}
