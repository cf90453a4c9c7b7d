package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** The lines of a trend table that the page draws: one picture per stage and facet. */
record TrendData(Wording wording, List<Integer> years, SortedMap<String, Integer> counties) {
    /** Numbers that a page may hold; what is left out is in the workbook. */
    private static final int MOST_CELLS = 60_000;

    /** Series of a trend table, stage by stage and facet by facet, until the page is full. */
    List<Map<String, Object>> of(Table table) {
        SortedMap<TrendKey, List<Cells>> series = new TreeMap<>();
        Cells.of(table).forEach(row -> series.computeIfAbsent(TrendKey.of(row), k -> new ArrayList<>())
                .add(row));
        List<Map<String, Object>> drawn = new ArrayList<>();
        int cells = 0;
        for (Map.Entry<TrendKey, List<Cells>> one : series.entrySet()) {
            cells += one.getValue().size() * (years.size() + 2);
            if (cells <= MOST_CELLS && one.getValue().stream().anyMatch(this::hasNumber)) {
                drawn.add(trend(one.getKey(), one.getValue()));
            }
        }
        return drawn;
    }

    private boolean hasNumber(Cells row) {
        return years.stream().anyMatch(year -> row.number(Integer.toString(year)) != null);
    }

    private Map<String, Object> trend(TrendKey key, List<Cells> rows) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("stage", key.stage());
        series.put("facet", key.facet().id());
        series.put("name", key.facet().name(wording));
        series.put("unit", wording.unit(rows.get(0).text("unit")));
        series.put("rows", rows.stream().map(this::trendRow).toList());
        return series;
    }

    private List<@Nullable Object> trendRow(Cells row) {
        List<@Nullable Double> values = new ArrayList<>();
        years.forEach(year -> values.add(row.number(Integer.toString(year))));
        return Arrays.asList(
                place(row),
                row.has("subject_type", "county") ? "" : row.text("name"),
                values,
                row.number("change"),
                row.number("change_same_schools"),
                because(row));
    }

    /** Interval, causes, verdict and way of a change, up to the last that is published; null where none is. */
    private static @Nullable List<@Nullable Object> because(Cells row) {
        List<@Nullable Object> told = Arrays.asList(
                row.number("change_low"),
                row.number("change_high"),
                row.number("from_entrants"),
                row.number("from_closures"),
                row.number("from_mergers"),
                row.number("from_weights"),
                row.number("from_stayers"),
                row.text("narrowed").isEmpty() ? null : row.text("narrowed"),
                row.text("levelling").isEmpty() ? null : row.text("levelling"));
        int end = told.size();
        while (end > 0 && told.get(end - 1) == null) {
            end--;
        }
        return end == 0 ? null : told.subList(0, end);
    }

    /** The place of its county, of the county of a cluster; -1 for a prefecture, -2 for a province. */
    private int place(Cells row) {
        return row.has("subject_type", "province") ? -2 : counties.getOrDefault(row.text("county"), -1);
    }
}
