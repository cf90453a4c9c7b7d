package org.junheng.jobs.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junheng.jobs.report.PublishedTable.Line;
import tech.tablesaw.api.Table;

/**
 * A gap in every year, one column per year, and its change from the baseline to the last year, with interval, causes and the way in which it
 * came about where they are published: {@code gap.cv} of areas, or {@code gap.lead_member} of clusters.
 */
final class TrendRows implements SummaryRows {
    private static final Set<String> AREAS = Set.of("county", "prefecture", "province");
    private static final Set<String> CODED = Set.of("state", "verdict");
    private static final Set<String> CLUSTERS = Set.of("cluster");

    private static final List<String> CHANGE = List.of(
            "change",
            "change_low",
            "change_high",
            "change_same_schools",
            "from_entrants",
            "from_closures",
            "from_mergers",
            "from_weights",
            "from_stayers");
    private static final List<String> OF_CLUSTERS = List.of("from_lead", "from_members", "from_joins", "from_leaves");
    private static final List<String> YEARS = List.of("base_year", "change_year", "change_same_schools_year");

    private final Places places;
    private final String gap;
    private final Set<String> subjects;
    private final Pivot rows;

    private TrendRows(Places places, String name, String gap, Set<String> subjects, List<String> causes) {
        this.places = places;
        this.gap = gap;
        this.subjects = subjects;
        this.rows = new Pivot(
                name,
                List.of("subject_type", "stage", "facet", "grade", "subject_id"),
                List.of("name", "county", "unit", "levelling", "narrowed"),
                Stream.of(CHANGE, causes, YEARS).flatMap(List::stream).toList());
    }

    static TrendRows ofAreas(Places places) {
        return new TrendRows(places, "gaps", "cv", AREAS, List.of());
    }

    static TrendRows ofClusters(Places places) {
        return new TrendRows(places, "lead_member", "lead_member", CLUSTERS, OF_CLUSTERS);
    }

    @Override
    public void measure(Line line) {
        String metric = line.text("metric_id");
        if (!metric.startsWith("gap")
                || line.text("value").isEmpty()
                || !subjects.contains(line.text("subject_type"))
                || !line.has("grouping", "")) {
            return;
        }
        if (metric.equals("gap." + gap)) {
            row(line).put(line.text("year"), line.number("value"));
        } else if (metric.equals("gap_change." + gap)) {
            change(line, "change");
        } else if (metric.equals("gap_change." + gap + "_same_schools")) {
            change(line, "change_same_schools");
        } else if (metric.startsWith("gap_change." + gap + "_from_")) {
            row(line).put(metric.substring(metric.indexOf("from_")), line.number("value"));
        } else if (metric.equals("gap_change." + gap + "_verdict")) {
            row(line).put("narrowed", line.text("value").replace(".0", ""));
        } else if (metric.equals("gap_change.levelling")) {
            row(line).put("levelling", line.text("value").replace(".0", ""));
        }
    }

    /** Keeps the change of the last year only; rows come in any order. */
    private void change(Line line, String column) {
        PivotRow row = row(line);
        Double year = line.number("year");
        Double before = row.number(column + "_year");
        if (year != null && (before == null || year >= before)) {
            row.put(column + "_year", year)
                    .put("base_year", line.number("base_year"))
                    .put(column, line.number("value"));
            if (column.equals("change")) {
                row.put("change_low", line.number("ci_low")).put("change_high", line.number("ci_high"));
            }
        }
    }

    private PivotRow row(Line line) {
        String type = line.text("subject_type");
        String id = line.text("subject_id");
        Facet facet = Facet.of(line.text("facet"), line.text("grade"));
        PivotRow row = rows.row(List.of(type, line.text("stage"), facet.id(), facet.grade(), id));
        row.put("name", places.name(type, id));
        row.put("county", places.county(type, id));
        if (!CODED.contains(line.text("unit"))) {
            row.put("unit", line.text("unit"));
        }
        return row;
    }

    @Override
    public Table table() {
        return rows.table();
    }
}
