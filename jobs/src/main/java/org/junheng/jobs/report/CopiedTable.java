package org.junheng.jobs.report;

import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.Table;

/** A published table that is shown as it is, with fewer columns. */
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
            List.of("metric_id", "operator", "standard", "unit", "basis", "document", "clause"),
            List.of());

    Table of(Path runFolder) {
        Pivot rows = new Pivot(table, keys, texts, numbers);
        PublishedTable.of(runFolder, table).forEach(line -> {
            PivotRow row = rows.row(keys.stream().map(line::text).toList());
            texts.forEach(text -> row.put(text, line.text(text)));
            numbers.forEach(number -> row.put(number, line.number(number)));
        });
        return rows.table();
    }
}
