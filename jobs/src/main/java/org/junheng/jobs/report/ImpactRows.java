package org.junheng.jobs.report;

import java.util.List;
import java.util.Set;
import org.junheng.jobs.report.PublishedTable.Line;
import tech.tablesaw.api.Table;

/** What may be said of joining a cluster (加入集群的成效), per block of the evaluation; counties and clusters have pages of their own. */
final class ImpactRows implements SummaryRows {
    private static final Set<String> PARTS = Set.of("cluster", "county");

    private final Places places;
    private final Pivot rows = new Pivot(
            "impact_readings",
            List.of("model_id", "subject_type", "subject_id", "metric_id"),
            List.of("name", "stage", "facet", "grade", "unit", "status", "reason"),
            List.of("value", "ci_low", "ci_high"));

    ImpactRows(Places places) {
        this.places = places;
    }

    @Override
    public void measure(Line line) {
        if (!line.text("metric_id").startsWith("impact.") || PARTS.contains(line.text("subject_type"))) {
            return;
        }
        String type = line.text("subject_type");
        String id = line.text("subject_id");
        PivotRow row = rows.row(List.of(line.text("model_id"), type, id, line.text("metric_id")));
        row.put("name", places.name(type, id));
        List.of("stage", "facet", "grade", "unit", "status", "reason").forEach(text -> row.put(text, line.text(text)));
        List.of("value", "ci_low", "ci_high").forEach(number -> row.put(number, line.number(number)));
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
