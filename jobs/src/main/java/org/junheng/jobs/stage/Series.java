package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junheng.Catalogue;
import org.junheng.gap.ChangeRules;
import org.junheng.gap.ChangeUncertainty;
import org.junheng.gap.CoefficientOfVariation;
import org.junheng.gap.GapChange;
import org.junheng.gap.GapVerdict;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.subject.AnswerSheets;
import org.junheng.subject.ChangeView;
import org.junheng.subject.PlacesView;
import org.junheng.subject.RosterView;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyChangeView;
import org.junheng.subject.SurveyView;

/** One subject and facet with all its years, measured by every metric of the catalogue that reads such a view. Needs no engine. */
public final class Series {
    private static final Set<String> TOLD_ALWAYS = Set.of("gap.cv", "gap_change.cv", "coverage.data");
    private static final GapVerdict VERDICT = new GapVerdict();
    private static final String VERDICT_OF = "gap_change.cv";
    private static final GapChange CHANGE =
            new GapChange(new CoefficientOfVariation(), GapChange.Schools.EACH_YEARS_OWN);
    private static final List<Listed<RosterView>> OF_ROSTERS = listed(RosterView.class);
    private static final List<Listed<PlacesView>> OF_PLACES = listed(PlacesView.class);
    private static final List<Listed<SurveyView>> OF_SURVEYS = listed(SurveyView.class);
    private static final List<Listed<SchoolsView>> OF_SCHOOLS = listed(SchoolsView.class);
    private static final List<Listed<ChangeView>> OF_CHANGES = listed(ChangeView.class);
    private static final List<Listed<SurveyChangeView>> OF_SURVEY_CHANGES = listed(SurveyChangeView.class);

    private final SubjectType type;
    private final String id;
    private final PanelPoint any;
    private final Function<PanelPoint, SchoolFigure> figures;
    private final SortedMap<Integer, List<PanelPoint>> years;
    private final List<Measures> measures = new ArrayList<>();

    private record Listed<V>(Metric<V> metric, Definition definition) {}

    private Series(SubjectType type, String id, List<PanelPoint> points, Function<PanelPoint, SchoolFigure> figures) {
        this.figures = figures;
        this.type = type;
        this.id = id;
        this.any = points.get(0);
        this.years = new TreeMap<>();
        points.forEach(
                p -> years.computeIfAbsent(p.year(), y -> new ArrayList<>()).add(p));
    }

    /**
     * What each year says, then what changed since the baseline.
     *
     * @param points at least one row of the panel, all of the same kind, stage, grade and facet, in any order
     */
    public static List<Measures> measures(
            SubjectType type, String id, List<PanelPoint> points, int baseline, ChangeRules rules) {
        return new Series(type, id, points, Series::figure).measures(baseline, rules);
    }

    /** @param figures makes the figure of a row, once for all subjects that it speaks of */
    static List<Measures> measures(
            Subject of,
            List<PanelPoint> points,
            int baseline,
            ChangeRules rules,
            Function<PanelPoint, SchoolFigure> figures) {
        return new Series(of.type(), of.id(), points, figures).measures(baseline, rules);
    }

    private List<Measures> measures(int baseline, ChangeRules rules) {
        SortedMap<Integer, SchoolsView> views = new TreeMap<>();
        SortedMap<Integer, Map<Metric<?>, Outcome>> gaps = new TreeMap<>();
        SortedMap<Integer, SurveyView> surveys = new TreeMap<>();
        years.forEach((year, points) -> {
            switch (any.kind()) {
                case ROSTER -> year(year, OF_ROSTERS, roster(year, points));
                case PLACES -> year(year, OF_PLACES, new PlacesView(stage(), roster(year, points)));
                case SURVEY -> {
                    SurveyView view = survey(year, points);
                    surveys.put(year, view);
                    year(year, OF_SURVEYS, view);
                }
                case RESOURCE, FACET -> {
                    SchoolsView view = schools(year, points);
                    views.put(year, view);
                    gaps.put(year, year(year, OF_SCHOOLS, view));
                }
            }
        });
        SurveyView then = surveys.get(baseline);
        if (then != null) {
            surveys.tailMap(baseline + 1).values().forEach(now -> change(new SurveyChangeView(then, now)));
        }
        SchoolsView base = views.get(baseline);
        if (base != null) {
            views.tailMap(baseline + 1)
                    .forEach((year, now) -> change(
                            rules,
                            rules.between(base, now),
                            gaps.getOrDefault(baseline, Map.of()),
                            gaps.getOrDefault(year, Map.of())));
        }
        return measures;
    }

    private <V> Map<Metric<?>, Outcome> year(int year, List<Listed<V>> metrics, V view) {
        Map<Metric<?>, Outcome> outcomes = new HashMap<>();
        for (Listed<V> listed : metrics) {
            if (listed.metric().appliesTo(view)) {
                Outcome outcome = listed.metric().of(view);
                outcomes.put(listed.metric(), outcome);
                tell(listed, year, null, outcome, view);
            }
        }
        return outcomes;
    }

    private void change(SurveyChangeView view) {
        for (Listed<SurveyChangeView> listed : OF_SURVEY_CHANGES) {
            if (listed.metric().appliesTo(view)) {
                Outcome outcome = listed.metric().of(view);
                tell(listed, view.now().year(), view.base().year(), outcome, view.now());
            }
        }
    }

    private void change(ChangeRules rules, ChangeView view, Map<Metric<?>, Outcome> base, Map<Metric<?>, Outcome> now) {
        ChangeUncertainty uncertainty = new ChangeUncertainty(rules, view, any.grade());
        for (Listed<ChangeView> listed : OF_CHANGES) {
            if (isTold(listed, view, rules) && listed.metric().appliesTo(view)) {
                Outcome outcome = listed.metric() instanceof GapChange change
                        ? uncertainty.around(change, listed.definition().id(), changed(change, view, base, now))
                        : listed.metric().of(view);
                tell(listed, view.now().year(), view.base().year(), outcome, view.now());
                if (listed.metric().equals(CHANGE) && rules.metrics().contains(VERDICT_OF)) {
                    judge(view, outcome);
                }
            }
        }
    }

    /** Whether the gap narrowed, of the last year. */
    private void judge(ChangeView view, Outcome change) {
        if (change instanceof Value && view.now().year() == years.lastKey()) {
            measures.add(new MeasureRow(
                            VERDICT.definition(),
                            type,
                            id,
                            view.now().year(),
                            view.base().year(),
                            any.stage(),
                            any.grade(),
                            any.facet(),
                            "")
                    .with(VERDICT.of(change)));
        }
    }

    /** Changes are told of every year, their causes of the last year only. */
    private boolean isTold(Listed<ChangeView> listed, ChangeView view, ChangeRules rules) {
        return listed.metric() instanceof GapChange
                || (view.now().year() == years.lastKey()
                        && rules.tells(listed.definition().id()));
    }

    /** A gap that both years have been measured for is not measured again. */
    private static Outcome changed(
            GapChange change, ChangeView view, Map<Metric<?>, Outcome> base, Map<Metric<?>, Outcome> now) {
        return change.schools() == GapChange.Schools.EACH_YEARS_OWN
                        && base.containsKey(change.gap())
                        && now.containsKey(change.gap())
                ? change.between(base.get(change.gap()), now.get(change.gap()), view)
                : change.of(view);
    }

    /**
     * Where fewer than two schools can be compared the coefficient of variation says so for its whole family, and where a change is absent
     * the change of the coefficient does.
     */
    private void tell(Listed<?> listed, int year, @Nullable Integer base, Outcome outcome, Object view) {
        boolean nothingToCompare = view instanceof SchoolsView schools
                && schools.subjectType().isArea()
                && schools.usable().size() < 2;
        boolean worthTelling = !nothingToCompare && (outcome instanceof Value || base == null);
        if (worthTelling || TOLD_ALWAYS.contains(listed.definition().id())) {
            String grouping = listed.metric().grouping() == null
                    ? ""
                    : listed.metric().grouping().name();
            String facet = any.facet() + listed.metric().facetSuffix();
            measures.add(
                    new MeasureRow(listed.definition(), type, id, year, base, any.stage(), any.grade(), facet, grouping)
                            .with(outcome));
        }
    }

    private SchoolsView schools(int year, List<PanelPoint> points) {
        return new SchoolsView(
                type, any.facet(), year, points.stream().map(figures).toList());
    }

    static SchoolFigure figure(PanelPoint p) {
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

    private RosterView roster(int year, List<PanelPoint> points) {
        return new RosterView(
                type,
                year,
                points.stream()
                        .map(p -> new RosterView.Listed(p.schoolCode(), p.isQualitySchool(), p.pupils()))
                        .toList());
    }

    private SurveyView survey(int year, List<PanelPoint> points) {
        return survey(type, any.facet(), year, points);
    }

    static SurveyView survey(SubjectType type, String facet, int year, List<PanelPoint> points) {
        return new SurveyView(
                type,
                facet,
                year,
                points.stream()
                        .map(p -> new SurveyView.Tally(
                                p.schoolCode(),
                                p.satisfied(),
                                p.answered(),
                                p.issued(),
                                p.points(),
                                p.squares(),
                                p.pupils(),
                                p.sheets() == null ? null : AnswerSheets.parse(p.sheets())))
                        .toList());
    }

    private Stage stage() {
        if (any.kind() != Kind.PLACES || any.stage() == null) {
            throw new IllegalStateException("places are counted by stage");
        }
        return any.stage();
    }

    private static <V> List<Listed<V>> listed(Class<V> view) {
        return Catalogue.metrics(view).stream()
                .map(m -> new Listed<>(m, m.definition()))
                .toList();
    }
}
