package org.junheng.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The rows of {@code impact_estimates} by impact, aggregation and the key columns of that aggregation. */
final class PublishedImpact {
    private static final Map<String, List<String>> KEYS = Map.of(
            "group_time", List.of("cohort", "year"),
            "event", List.of("event_time"),
            "group", List.of("cohort"),
            "calendar", List.of("year"),
            "overall", List.of());
    private static final Map<String, String> EXPECTED_NAMES =
            Map.of("cohort", "subject_id", "year", "year", "event_time", "term");

    private PublishedImpact() {}

    /** Empty where a run has no such table. */
    static Map<String, CSVRecord> of(Path run) throws IOException {
        Map<String, CSVRecord> rows = new HashMap<>();
        Path table = run.resolve("csv/impact_estimates.csv");
        if (Files.exists(table)) {
            for (CSVRecord row : Runs.table(table)) {
                rows.put(key(row, "impact_id", "aggregation", Map.of()), row);
            }
        }
        return rows;
    }

    /** The key of a row of expected numbers: the impact stands in model_id, the aggregation in facet, the cohort in subject_id, the event time in term. */
    static String expectedKey(CSVRecord expected) {
        return key(expected, "model_id", "facet", EXPECTED_NAMES);
    }

    private static String key(CSVRecord row, String impact, String aggregation, Map<String, String> names) {
        StringBuilder key = new StringBuilder(row.get(impact) + "|" + row.get(aggregation));
        KEYS.getOrDefault(row.get(aggregation), List.of())
                .forEach(k -> key.append('|').append(row.get(names.getOrDefault(k, k))));
        return key.toString();
    }
}
