package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.Catalogue;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.subject.ChangeView;
import org.junheng.subject.PlacesView;
import org.junheng.subject.RosterView;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyView;

/** The panel under its subjects, measured by every metric of the catalogue that reads such a view. One group is one subject and facet with all its years. */
public final class Measure {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Set<String> TOLD_ALWAYS = Set.of("gap.cv", "gap_change.cv", "coverage.data");
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);

    private Measure() {}

    public static Dataset<Row> of(Dataset<Row> underSubjects, int baseline) {
        return underSubjects
                .groupByKey((MapFunction<Row, String>) Measure::key, Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (key, rows) -> measure(rows, baseline),
                        Encoders.row(MEASURES.struct()));
    }

    private static String key(Row row) {
        return row.getAs("kind") + "|" + row.getAs("subject_type") + "|" + row.getAs("stage") + "|" + row.getAs("grade")
                + "|" + row.getAs("facet") + "|" + row.getAs("subject_id");
    }

    private static Iterator<Row> measure(Iterator<Row> rows, int baseline) {
        SortedMap<Integer, List<PanelPoint>> years = new TreeMap<>();
        Row first = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            first = first == null ? row : first;
            PanelPoint point = POINT.record(row);
            years.computeIfAbsent(point.year(), y -> new ArrayList<>()).add(point);
        }
        if (first == null) {
            return MEASURES.rows(List.of()).iterator();
        }
        String word = first.getAs("subject_type");
        SubjectType type = SubjectType.valueOf(word.toUpperCase(java.util.Locale.ROOT));
        String id = first.getAs("subject_id");
        return MEASURES.rows(measures(new Series(type, id, POINT.record(first), years), baseline))
                .iterator();
    }

    /** One subject and facet with its years. */
    public record Series(SubjectType type, String id, PanelPoint any, SortedMap<Integer, List<PanelPoint>> years) {
        SchoolsView schools(int year) {
            List<PanelPoint> points = years.getOrDefault(year, List.of());
            return new SchoolsView(
                    type,
                    any.facet(),
                    year,
                    points.stream().map(Measure::figure).toList());
        }
    }

    /** Every measure of a series: what each year says, then what changed since the baseline. */
    public static List<Measures> measures(Series series, int baseline) {
        List<Measures> measures = new ArrayList<>();
        Kind kind = series.any().kind();
        SortedMap<Integer, SchoolsView> views = new TreeMap<>();
        series.years().forEach((year, points) -> {
            switch (kind) {
                case ROSTER -> all(measures, series, year, RosterView.class, roster(series, year, points));
                case PLACES ->
                    all(
                            measures,
                            series,
                            year,
                            PlacesView.class,
                            new PlacesView(stage(series), roster(series, year, points)));
                case SURVEY -> all(measures, series, year, SurveyView.class, survey(series, year, points));
                case RESOURCE, FACET -> views.put(year, series.schools(year));
            }
        });
        views.forEach((year, view) -> all(measures, series, year, SchoolsView.class, view));
        SchoolsView base = views.get(baseline);
        if (base != null) {
            views.tailMap(baseline + 1)
                    .forEach((year, now) -> changes(measures, series, year, new ChangeView(base, now)));
        }
        return measures;
    }

    private static <V> void all(List<Measures> measures, Series series, int year, Class<V> type, V view) {
        for (Metric<V> metric : Catalogue.metrics(type)) {
            if (metric.appliesTo(view)) {
                Outcome outcome = metric.of(view);
                if (isTold(metric, outcome, view)) {
                    measures.add(row(metric, series, year, null).with(outcome));
                }
            }
        }
    }

    private static void changes(List<Measures> measures, Series series, int year, ChangeView view) {
        for (Metric<ChangeView> metric : Catalogue.metrics(ChangeView.class)) {
            if (metric.appliesTo(view)) {
                Outcome outcome = metric.of(view);
                if (isTold(metric, outcome, view.now())) {
                    measures.add(row(metric, series, year, view.base().year()).with(outcome));
                }
            }
        }
    }

    /**
     * Where fewer than two schools can be compared the coefficient of variation says so for its whole family, and where a change is absent
     * the change of the coefficient does.
     */
    private static boolean isTold(Metric<?> metric, Outcome outcome, Object view) {
        String id = metric.definition().id();
        if (TOLD_ALWAYS.contains(id)) {
            return true;
        }
        boolean nothingToCompare = view instanceof SchoolsView schools
                && schools.subjectType().isArea()
                && schools.usable().size() < 2;
        boolean change = id.startsWith("gap_change.");
        return !nothingToCompare && (outcome instanceof Value || !change);
    }

    private static MeasureRow row(Metric<?> metric, Series series, int year, @Nullable Integer base) {
        String grouping = metric.grouping() == null ? "" : metric.grouping().name();
        PanelPoint any = series.any();
        return new MeasureRow(
                metric.definition(),
                series.type(),
                series.id(),
                year,
                base,
                any.stage(),
                any.grade(),
                any.facet() + metric.facetSuffix(),
                grouping);
    }

    private static SchoolFigure figure(PanelPoint p) {
        SchoolFigure.Ratio ratio = p.factor() == null || p.numerator() == null || p.denominator() == null
                ? null
                : new SchoolFigure.Ratio(p.factor(), p.numerator(), p.denominator());
        return new SchoolFigure(
                p.schoolCode(),
                p.value(),
                p.weight(),
                p.spread(),
                ratio,
                p.countyCode(),
                p.clusterId(),
                p.role(),
                p.urbanRuralClass(),
                p.isQualitySchool());
    }

    private static RosterView roster(Series series, int year, List<PanelPoint> points) {
        return new RosterView(
                series.type(),
                year,
                points.stream()
                        .map(p -> new RosterView.Listed(p.schoolCode(), p.isQualitySchool(), p.pupils()))
                        .toList());
    }

    private static SurveyView survey(Series series, int year, List<PanelPoint> points) {
        return new SurveyView(
                series.type(),
                series.any().facet(),
                year,
                points.stream()
                        .map(p -> new SurveyView.Tally(p.schoolCode(), p.satisfied(), p.answered(), p.issued()))
                        .toList());
    }

    private static Stage stage(Series series) {
        Stage stage = series.any().stage();
        if (stage == null) {
            throw new IllegalStateException("places are counted by stage");
        }
        return stage;
    }
}
