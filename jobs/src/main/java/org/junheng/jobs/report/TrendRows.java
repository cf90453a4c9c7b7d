package org.junheng.jobs.report;

import java.util.List;
import java.util.Set;
import org.junheng.jobs.report.PublishedTable.Line;
import tech.tablesaw.api.Table;

/**
 * A gap in every year, one column per year, and its change from the baseline to the last year: {@code gap.cv} of areas, or
 * {@code gap.lead_member} of clusters.
 */
final class TrendRows implements SummaryRows {
    private static final Set<String> AREAS = Set.of("county", "prefecture", "province");
    private static final Set<String> CLUSTERS = Set.of("cluster");

    private final Places places;
    private final String gap;
    private final Set<String> subjects;
    private final Pivot rows;

    private TrendRows(Places places, String name, String gap, Set<String> subjects) {
        this.places = places;
        this.gap = gap;
        this.subjects = subjects;
        this.rows = new Pivot(
                name,
                List.of("subject_type", "stage", "facet", "grade", "subject_id"),
                List.of("name", "county", "unit"),
                List.of("change", "change_same_schools", "base_year", "change_year", "change_same_schools_year"));
    }

    static TrendRows ofAreas(Places places) {
        return new TrendRows(places, "gaps", "cv", AREAS);
    }

    static TrendRows ofClusters(Places places) {
        return new TrendRows(places, "lead_member", "lead_member", CLUSTERS);
    }

    @Override
    public void measure(Line line) {
        String metric = line.text("metric_id");
        if (!metric.startsWith("gap") || !subjects.contains(line.text("subject_type")) || !line.has("grouping", "")) {
            return;
        }
        if (metric.equals("gap." + gap)) {
            rows.put(key(line), line.text("year"), line.number("value"));
        } else if (metric.equals("gap_change." + gap)) {
            change(line);
        } else if (metric.equals("gap_change." + gap + "_same_schools")) {
            latest(line, "change_same_schools");
        }
    }

    private void change(Line line) {
        if (latest(line, "change")) {
            rows.put(key(line), "base_year", line.number("base_year"));
        }
    }

    /** Keeps the change of the last year only; rows come in any order. */
    private boolean latest(Line line, String column) {
        Double year = line.number("year");
        Double before = rows.number(key(line), column + "_year");
        if (year == null || (before != null && before > year)) {
            return false;
        }
        rows.put(key(line), column + "_year", year);
        rows.put(key(line), column, line.number("value"));
        return true;
    }

    private List<String> key(Line line) {
        String type = line.text("subject_type");
        String id = line.text("subject_id");
        Facet facet = Facet.of(line.text("facet"), line.text("grade"));
        List<String> key = List.of(type, line.text("stage"), facet.id(), facet.grade(), id);
        rows.put(key, "name", places.name(type, id));
        rows.put(key, "county", places.county(type, id));
        rows.put(key, "unit", line.text("unit"));
        return key;
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
