package org.junheng.jobs.report;

import java.util.List;
import java.util.Set;
import org.junheng.jobs.report.PublishedTable.Line;
import tech.tablesaw.api.Table;

/** Satisfaction of each group in each area: rate with interval, response rate, and the limit where a rule judges it. */
final class SatisfactionRows implements SummaryRows {
    private static final Set<String> AREAS = Set.of("county", "prefecture", "province");

    private final Places places;
    private final Pivot rows = new Pivot(
            "satisfaction",
            List.of("year", "facet", "subject_type", "subject_id"),
            List.of("name", "status", "verdict", "rule_id", "reason"),
            List.of("rate", "ci_low", "ci_high", "n_responses", "response_rate", "limit"));

    SatisfactionRows(Places places) {
        this.places = places;
    }

    @Override
    public void measure(Line line) {
        if (!AREAS.contains(line.text("subject_type"))) {
            return;
        }
        switch (line.text("metric_id")) {
            case "satisfaction.rate" -> rate(line);
            case "satisfaction.response_rate" -> rows.put(key(line), "response_rate", line.number("value"));
            default -> {}
        }
    }

    private void rate(Line line) {
        List<String> key = key(line);
        rows.put(key, "rate", line.number("value"));
        for (String column : List.of("ci_low", "ci_high", "n_responses")) {
            rows.put(key, column, line.number(column));
        }
        rows.put(key, "status", line.text("status"));
        rows.put(key, "reason", line.text("reason"));
    }

    @Override
    public void judgement(Line line) {
        if (AREAS.contains(line.text("subject_type")) && line.text("facet").startsWith("survey:")) {
            List<String> key = key(line);
            rows.put(key, "verdict", line.text("verdict"));
            rows.put(key, "rule_id", line.text("rule_id"));
            rows.put(key, "limit", Standard.limit(line.text("standard")));
        }
    }

    private List<String> key(Line line) {
        String type = line.text("subject_type");
        String id = line.text("subject_id");
        List<String> key = List.of(line.text("year"), line.text("facet"), type, id);
        rows.put(key, "name", places.name(type, id));
        return key;
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
