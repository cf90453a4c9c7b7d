package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/** Sums that must hold among the rows of a published run, to twelve digits. */
final class PublishedIdentities {
    private static final List<String> SAME = List.of(
            "model_id", "subject_type", "subject_id", "year", "base_year", "stage", "grade", "facet", "grouping");
    private static final List<String> IN =
            List.of("opening", "newly_built", "upgraded", "graduated", "moved_in", "enrolment_change", "reclassified");
    private static final List<String> OUT = List.of("downgraded", "closed", "merged", "moved_out", "closing");

    private final Map<String, Map<String, Double>> values = new HashMap<>();

    private PublishedIdentities(List<CSVRecord> measures) {
        for (CSVRecord row : measures) {
            if (!row.get("value").isEmpty()) {
                values.computeIfAbsent(row.get("metric_id"), m -> new HashMap<>())
                        .put(key(row, SAME), Double.valueOf(row.get("value")));
            }
        }
    }

    static void check(Path run) throws IOException {
        PublishedIdentities of = new PublishedIdentities(Runs.table(run.resolve("csv/measures.csv")));
        of.parts("theil");
        of.parts("mld");
        of.causes();
        of.changes();
        of.reach();
        List<CSVRecord> flows = Runs.table(run.resolve("csv/stock_flows.csv"));
        accounts(flows);
        sensitivity(flows, Runs.table(run.resolve("csv/stock_sensitivity.csv")));
        of.contributions(run);
    }

    /** The account stands among those by other definitions, and each says how far it is from the account. */
    private static void sensitivity(List<CSVRecord> flows, List<CSVRecord> others) {
        Map<String, CSVRecord> accounts = new TreeMap<>();
        flows.forEach(row -> accounts.put(ofCounty(row), row));
        int own = 0;
        int told = 0;
        for (CSVRecord other : others) {
            CSVRecord account = accounts.get(ofCounty(other));
            if (other.get("definition").equals(account.get("definition_version"))) {
                own++;
                assertEquals(account.get("opening"), other.get("opening"), ofCounty(other));
                assertEquals(account.get("closing"), other.get("closing"), ofCounty(other));
            }
            if (!other.get("closing_less_account").isEmpty()) {
                told++;
                long apart = Long.parseLong(other.get("closing")) - Long.parseLong(account.get("closing"));
                assertEquals(apart, Long.parseLong(other.get("closing_less_account")), ofCounty(other));
            }
        }
        assertEquals(flows.size(), own);
        assertEquals(0, others.size() % flows.size());
        assertTrue(told > flows.size(), told + " differences of " + others.size());
    }

    private static String ofCounty(CSVRecord row) {
        return row.get("county_code") + " " + row.get("year") + " " + row.get("unit");
    }

    /** Between and within the groups is the whole. */
    private void parts(String index) {
        Map<String, Double> whole = values.getOrDefault("gap." + index, Map.of());
        Map<String, Double> within = values.getOrDefault("gap." + index + "_within", Map.of());
        int checked = 0;
        for (var between :
                values.getOrDefault("gap." + index + "_between", Map.of()).entrySet()) {
            Double all = whole.get(between.getKey().replaceAll("[A-Z_]+$", ""));
            Double rest = within.get(between.getKey());
            if (all != null && rest != null) {
                assertEquals(all, between.getValue() + rest, 1e-12, index + " " + between.getKey());
                checked++;
            }
        }
        assertTrue(checked > 5000, index + ": " + checked);
    }

    /** What entered, left, merged, changed its pupils or itself is the change of the coefficient of variation. */
    private void causes() {
        Map<String, Double> sums = new TreeMap<>();
        values.forEach((metric, told) -> {
            if (metric.startsWith("gap_change.cv_from_")) {
                told.forEach((key, value) -> sums.merge(key, value, Double::sum));
            }
        });
        Map<String, Double> changes = values.get("gap_change.cv");
        sums.keySet().retainAll(changes.keySet());
        sums.forEach((key, sum) -> assertEquals(changes.get(key), sum, 1e-12, key));
        assertTrue(sums.size() > 500, sums.size() + " changes");
    }

    private void changes() {
        int checked = 0;
        for (String gap : List.of("cv", "gini", "theil", "mean", "mld", "sd")) {
            Map<String, Double> levels = values.getOrDefault("gap." + gap, Map.of());
            for (var change : values.getOrDefault("gap_change." + gap, Map.of()).entrySet()) {
                String[] key = change.getKey().split("\\|", -1);
                Double now = levels.get(level(key, key[3]));
                Double then = levels.get(level(key, key[4]));
                if (now != null && then != null) {
                    assertEquals(
                            now - then, change.getValue(), 1e-12 * Math.max(1, Math.abs(now)), gap + change.getKey());
                    checked++;
                }
            }
        }
        assertTrue(checked > 5000, checked + " changes");
    }

    private static String level(String[] key, String year) {
        String[] level = key.clone();
        level[3] = year;
        level[4] = "";
        return String.join("|", level);
    }

    /** Breadth times depth. */
    private void reach() {
        values.get("radiation.depth")
                .forEach((key, depth) -> assertEquals(
                        values.get("radiation.intensity").get(key),
                        values.get("radiation.breadth").get(key) * depth,
                        1e-12,
                        key));
    }

    private static void accounts(List<CSVRecord> flows) {
        int checked = 0;
        for (CSVRecord row : flows) {
            if (!row.get("opening").isEmpty()) {
                long balance = IN.stream()
                                .mapToLong(line -> Long.parseLong(row.get(line)))
                                .sum()
                        - OUT.stream()
                                .mapToLong(line -> Long.parseLong(row.get(line)))
                                .sum();
                assertEquals(0, balance, row::toString);
                checked++;
            }
        }
        assertTrue(checked > 20, checked + " accounts of " + flows.size());
    }

    /** To the last bit: the total is the double nearest to the exact sum of its parts. */
    private void contributions(Path run) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (CSVRecord row : Runs.table(run.resolve("csv/contributions.csv"))) {
            sums.merge(
                    key(row, List.of("total", "subject_type", "subject_id", "year")),
                    new BigDecimal(Double.parseDouble(row.get("contribution"))),
                    BigDecimal::add);
        }
        Map<String, Double> totals = new HashMap<>();
        for (CSVRecord row : Runs.table(run.resolve("csv/review.csv"))) {
            if (!row.get("composite").isEmpty()) {
                totals.put(
                        "review.composite|" + key(row, List.of("subject_type", "subject_id", "year")),
                        Double.valueOf(row.get("composite")));
            }
        }
        values.get("bundled.score").forEach((key, total) -> {
            String[] of = key.split("\\|", -1);
            totals.put(String.join("|", "bundled.score", of[1], of[2], of[3]), total);
        });
        assertEquals(totals.keySet().size(), sums.size());
        sums.forEach((key, sum) -> assertEquals(totals.get(key), sum.doubleValue(), key));
    }

    private static String key(CSVRecord row, List<String> columns) {
        List<String> parts = new ArrayList<>();
        columns.forEach(column -> parts.add(row.get(column)));
        return String.join("|", parts);
    }
}
