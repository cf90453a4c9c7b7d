package org.junheng.jobs.report;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;

/** How a column of a summary table is headed and its cells are worded, on the page and in the workbook alike. */
record Display(Wording wording, SortedMap<String, Words> metrics) {
    /** Columns whose codes have names in words.csv, and under which prefix. */
    private static final Map<String, String> CODES = Map.of(
            "stage", "stage.",
            "status", "status.",
            "band", "band.",
            "subject_type", "type.",
            "source", "source.",
            "basis", "basis.",
            "severity", "severity.",
            "rule_id", "rule.",
            "input_table", "table.",
            "aggregation", "aggregation.");

    private static final Set<String> BOTH_LANGUAGES =
            Set.of("reason", "varies", "clause", "document", "examples", "standard");

    /** The head of a column; a column that the data brought (a year) is its own head. */
    String head(String column) {
        int facet = column.lastIndexOf("_R");
        if (facet > 0 && !column.equals("only_rounded")) {
            String name = Facet.of(column.substring(facet + 1), "").shortName(wording);
            return wording.text("colof." + column.substring(0, facet)).replace("{facet}", name);
        }
        return wording.textOr("col." + column, column);
    }

    /** The words of a text cell. */
    String words(String column, String cell) {
        String prefix = column.contains("verdict") ? "verdict." : CODES.get(column);
        if (cell.isEmpty() && !column.equals("band")) {
            return column.equals("file") ? wording.text("page.whole-table") : "";
        }
        if (prefix != null) {
            return wording.textOr(prefix + cell, cell);
        }
        return switch (column) {
            case "facet" -> Facet.of(cell, "").name(wording);
            case "id", "metric_id" -> metric(cell);
            case "unit", "shortfall_unit" -> wording.unit(cell);
            case "named", "levelling", "definition", "policy" -> wording.textOr(column + "." + cell, cell);
            default -> BOTH_LANGUAGES.contains(column) ? wording.of(cell) : cell;
        };
    }

    /** The name of a metric without its id. */
    String name(String id) {
        Words name = metrics.get(id);
        return name == null ? id : wording.language().of(name);
    }

    private String metric(String id) {
        @Nullable Words name = metrics.get(id);
        return name == null
                ? wording.textOr("rule." + id, id)
                : wording.language().of(name) + " (" + id + ")";
    }
}
