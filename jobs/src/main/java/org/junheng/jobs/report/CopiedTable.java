package org.junheng.jobs.report;

import java.nio.file.Path;
import java.util.List;
import org.junheng.jobs.report.PublishedTable.Line;
import tech.tablesaw.api.Table;

/** A published table that is shown as it is, with fewer columns; its column {@code name} is the name of the subject of a row. */
record CopiedTable(String table, List<String> keys, List<String> texts, List<String> numbers) {
    static final CopiedTable FITS = new CopiedTable(
            "model_fits",
            List.of("model_id", "year", "facet", "term"),
            List.of(),
            List.of("estimate", "se", "n_pupils", "n_schools"));

    static final CopiedTable QUALITY = new CopiedTable(
            "quality",
            List.of("input_table", "file", "rule"),
            List.of("severity", "examples"),
            List.of("rows_in", "rows_used", "rows_quarantined"));

    static final CopiedTable RULES = new CopiedTable(
            "rules",
            List.of("policy", "rule_id", "subject_type", "stage", "facet", "in_force_from"),
            List.of("metric_id", "operator", "standard", "unit", "basis", "document", "clause", "reason"),
            List.of());

    static final CopiedTable IMPACT = new CopiedTable(
            "impact_estimates",
            List.of("impact_id", "aggregation", "cohort", "year", "event_time"),
            List.of("estimator", "status", "reason"),
            List.of(
                    "estimate",
                    "se",
                    "ci_low",
                    "ci_high",
                    "band_low",
                    "band_high",
                    "p_value",
                    "n_treated",
                    "n_comparison",
                    "n_clusters"));

    static final CopiedTable REVIEW = new CopiedTable(
            "review",
            List.of("subject_type", "subject_id", "year"),
            List.of("name", "named", "protocol", "status", "reason"),
            List.of(
                    "stock",
                    "gap",
                    "radiation",
                    "improvement",
                    "satisfaction",
                    "composite",
                    "rank_low",
                    "rank_high",
                    "n_ranked",
                    "p_top_quarter",
                    "rank_best",
                    "rank_worst",
                    "reversal_points"));

    static final CopiedTable FLOWS = new CopiedTable(
            "stock_flows",
            List.of("county_code", "unit", "year"),
            List.of("name", "definition", "definition_version", "status", "reason"),
            FlowTotals.LINES);

    Table of(Path runFolder, Places places) {
        Pivot rows = new Pivot(table, keys, texts, numbers);
        PublishedTable.of(runFolder, table).forEach(line -> {
            PivotRow row = rows.row(keys.stream().map(line::text).toList());
            texts.forEach(text -> row.put(text, text.equals("name") ? name(line, places) : line.text(text)));
            numbers.forEach(number -> row.put(number, line.number(number)));
        });
        return rows.table();
    }

    private static String name(Line line, Places places) {
        String county = line.text("county_code");
        return county.isEmpty()
                ? places.name(line.text("subject_type"), line.text("subject_id"))
                : places.name("county", county);
    }
}
