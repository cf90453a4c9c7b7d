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
            case "satisfaction.response_rate" -> row(line).put("response_rate", line.number("value"));
            default -> {}
        }
    }

    private void rate(Line line) {
        PivotRow row = row(line);
        row.put("rate", line.number("value"));
        for (String column : List.of("ci_low", "ci_high", "n_responses")) {
            row.put(column, line.number(column));
        }
        row.put("status", line.text("status"));
        row.put("reason", line.text("reason"));
    }

    @Override
    public void judgement(Line line) {
        if (AREAS.contains(line.text("subject_type")) && line.text("facet").startsWith("survey:")) {
            PivotRow row = row(line);
            row.put("verdict", line.text("verdict"));
            row.put("rule_id", line.text("rule_id"));
            row.put("limit", Standard.limit(line.text("standard")));
        }
    }

    private PivotRow row(Line line) {
        String type = line.text("subject_type");
        String id = line.text("subject_id");
        PivotRow row = rows.row(List.of(line.text("year"), line.text("facet"), type, id));
        row.put("name", places.name(type, id));
        return row;
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
