package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Value-added, growth and impact as whole runs publish them, against lme4, nlme, quantreg and closed forms at the tolerances that come with each number. */
class ReferenceDeliveriesTest {
    @TempDir
    Path out;

    @Test
    void examData() throws IOException {
        assertEquals(1664, requireEveryNumber("a1_exam_value_added"));
    }

    @Test
    void varianceAtTheBoundary() throws IOException {
        assertEquals(201, requireEveryNumber("a8_boundary_value_added"));
    }

    @Test
    void effectOfJoiningOnMpdta() throws IOException {
        assertEquals(720, requireEveryNumber("e1_mpdta_impact"));
    }

    @Test
    void growthPercentiles() throws IOException {
        assertEquals(288, requireEveryNumber("f1_sgp_growth"));
    }

    private int requireEveryNumber(String name) throws IOException {
        Path delivery = Shared.path("reference/deliveries/" + name);
        Path run = Runs.of(delivery.resolve("evaluation.yaml"), out);
        Map<String, CSVRecord> published = new HashMap<>();
        for (String table : List.of("measures", "model_fits")) {
            for (CSVRecord row : Runs.table(run.resolve("csv/" + table + ".csv"))) {
                published.put(key(table, row), row);
            }
        }
        published.putAll(PublishedImpact.of(run));
        List<CSVRecord> expected = Runs.table(delivery.resolve("expected.csv"));
        List<String> wrong = new ArrayList<>();
        for (CSVRecord e : expected) {
            CSVRecord found = published.get(
                    e.get("table").equals("impact_estimates")
                            ? PublishedImpact.expectedKey(e)
                            : key(e.get("table"), e));
            if (found == null || !holds(e, found.get(e.get("column")))) {
                wrong.add(e + " found " + found);
            }
        }
        System.out.println(
                name + ": " + (expected.size() - wrong.size()) + " of " + expected.size() + " expected numbers hold");
        assertEquals(List.of(), wrong.stream().limit(10).toList());
        return expected.size();
    }

    static boolean holds(CSVRecord expected, String found) {
        double should = Double.parseDouble(expected.get("expected"));
        double tolerance = Math.max(
                Double.parseDouble(expected.get("tolerance_abs")),
                Double.parseDouble(expected.get("tolerance_rel")) * Math.abs(should));
        return !found.isEmpty() && Math.abs(Double.parseDouble(found) - should) <= tolerance;
    }

    private static String key(String table, CSVRecord row) {
        List<String> key = table.equals("measures")
                ? List.of("metric_id", "model_id", "subject_id", "year", "facet")
                : List.of("model_id", "year", "facet", "term");
        return table + "|" + String.join("|", key.stream().map(row::get).toList());
    }
}
