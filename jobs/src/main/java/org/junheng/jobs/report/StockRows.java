package org.junheng.jobs.report;

import java.util.List;
import java.util.Set;
import org.junheng.jobs.report.PublishedTable.Line;
import tech.tablesaw.api.Table;

/** Stock of quality schools (优质学校) and of places in them (优质学位), per area and year. */
final class StockRows implements SummaryRows {
    private static final Set<String> AREAS = Set.of("county", "prefecture", "province");

    private final Places places;
    private final Pivot rows = new Pivot(
            "stock",
            List.of("year", "subject_type", "subject_id", "stage"),
            List.of("name"),
            List.of("quality_schools", "schools_known", "quality_places"));

    StockRows(Places places) {
        this.places = places;
    }

    @Override
    public void measure(Line line) {
        if (!AREAS.contains(line.text("subject_type")) || line.text("value").isEmpty()) {
            return;
        }
        switch (line.text("metric_id")) {
            case "stock.quality_schools" -> schools(line);
            case "stock.quality_places" -> places(line);
            default -> {}
        }
    }

    private void schools(Line line) {
        PivotRow row = row(line);
        row.put("quality_schools", line.number("value"));
        row.put("schools_known", line.number("n_schools"));
    }

    private void places(Line line) {
        PivotRow row = row(line);
        row.put("quality_places", line.number("value"));
    }

    private PivotRow row(Line line) {
        String type = line.text("subject_type");
        String id = line.text("subject_id");
        PivotRow row = rows.row(List.of(line.text("year"), type, id, line.text("stage")));
        row.put("name", places.name(type, id));
        return row;
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
