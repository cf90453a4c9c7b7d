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
            List<String> key = List.of(line.text("year"), county, line.text("stage"), line.text("facet"));
            rows.put(key, "county", places.name("county", county));
            rows.put(key, "unit", line.text("unit"));
            rows.put(key, "shortfall", line.number("value"));
            rows.put(key, "n_schools", line.number("n_schools"));
        }
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
