package org.junheng.jobs.report;

import java.util.List;
import org.junheng.jobs.report.PublishedTable.Line;
import tech.tablesaw.api.Table;

/** What the schools of a county lack to the standard, per indicator: teachers, square metres, yuan, rooms. */
final class ShortfallRows implements SummaryRows {
    private final Places places;
    private final Pivot rows = new Pivot(
            "shortfall",
            List.of("year", "county_code", "stage", "facet"),
            List.of("county", "unit"),
            List.of("shortfall", "n_schools"));

    ShortfallRows(Places places) {
        this.places = places;
    }

    @Override
    public void measure(Line line) {
        if (line.has("metric_id", "resource.shortfall")
                && line.has("subject_type", "county")
                && line.number("value") != null) {
            String county = line.text("subject_id");
            PivotRow row = rows.row(List.of(line.text("year"), county, line.text("stage"), line.text("facet")));
            row.put("county", places.name("county", county));
            row.put("unit", line.text("unit"));
            row.put("shortfall", line.number("value"));
            row.put("n_schools", line.number("n_schools"));
        }
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
