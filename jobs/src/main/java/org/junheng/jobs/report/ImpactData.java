package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event-time effects of joining that the page draws: one picture per block and area. */
final class ImpactData {
    private ImpactData() {}

    static List<Map<String, Object>> of(SummaryTables tables, Display display) {
        List<Map<String, Object>> drawn = new ArrayList<>();
        Cells.of(tables.impactReadings())
                .filter(row -> row.has("metric_id", "impact.effect"))
                .forEach(row -> {
                    Map<String, Object> block = new LinkedHashMap<>();
                    block.put("name", ImpactCard.title(row, display));
                    block.put("unit", display.wording().unit(row.text("unit")));
                    block.put("rows", events(tables, row.text("model_id")));
                    drawn.add(block);
                });
        return drawn;
    }

    private static List<List<@Nullable Object>> events(SummaryTables tables, String block) {
        return Cells.of(tables.impact())
                .filter(row -> row.has("impact_id", block)
                        && row.has("aggregation", "event")
                        && row.number("event_time") != null)
                .map(row -> Arrays.<@Nullable Object>asList(
                        row.count("event_time"),
                        row.number("estimate"),
                        row.number("ci_low"),
                        row.number("ci_high"),
                        row.number("band_low"),
                        row.number("band_high"),
                        row.number("n_treated")))
                .toList();
    }
}
