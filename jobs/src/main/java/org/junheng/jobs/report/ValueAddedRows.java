package org.junheng.jobs.report;

import java.util.List;
import org.junheng.jobs.report.PublishedTable.Line;
import tech.tablesaw.api.Table;

/** Value-added of schools with interval: above or below average only when the interval excludes 0. */
final class ValueAddedRows implements SummaryRows {
    private final Places places;
    private final Pivot rows = new Pivot(
            "value_added",
            List.of("model_id", "facet", "grade", "year", "school_code"),
            List.of("school", "county_code", "county", "band", "unit", "status", "reason"),
            List.of("value", "se", "ci_low", "ci_high", "reliability", "n_pupils"));

    ValueAddedRows(Places places) {
        this.places = places;
    }

    @Override
    public void measure(Line line) {
        if (!line.has("subject_type", "school")) {
            return;
        }
        switch (line.text("metric_id")) {
            case "valueadded.school" -> effect(line);
            case "valueadded.reliability" -> row(line).put("reliability", line.number("value"));
            default -> {}
        }
    }

    private void effect(Line line) {
        PivotRow row = row(line);
        for (String column : List.of("value", "se", "ci_low", "ci_high", "n_pupils")) {
            row.put(column, line.number(column));
        }
        for (String column : List.of("unit", "status", "reason")) {
            row.put(column, line.text(column));
        }
        row.put("band", band(line));
    }

    private static String band(Line line) {
        Double low = line.number("ci_low");
        Double high = line.number("ci_high");
        if (low == null || high == null) {
            return "";
        }
        return low > 0 ? "ABOVE" : high < 0 ? "BELOW" : "AVERAGE";
    }

    private PivotRow row(Line line) {
        String school = line.text("subject_id");
        PivotRow row = rows.row(
                List.of(line.text("model_id"), line.text("facet"), line.text("grade"), line.text("year"), school));
        String county = places.county("school", school);
        row.put("school", places.name("school", school));
        row.put("county_code", county);
        row.put("county", places.name("county", county));
        return row;
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
