package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.Catalogue;
import org.junheng.gap.TownLevel;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
import org.junheng.metric.Figure;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Judgement;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.satisfaction.SatisfactionRate;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyView;
import org.junheng.subject.UrbanRuralClass;

/**
 * Premises and satisfaction of the townships of one county, where a rule on townships asks for them. A township is its schools outside the urban
 * area; its premises are held against the urban schools of the county. Needs no engine.
 *
 * @param premises published beside their verdicts
 * @param satisfaction judged only: the answers of single schools could be told from those of a township
 */
record Townships(List<Figure> premises, List<Figure> satisfaction) {
    private static final Set<String> SAMPLED = Catalogue.sampled();
    private static final String RATE = "satisfaction.rate";
    private static final Set<String> PREMISES = Set.of("town.mean", "town.lead_over_urban");

    /**
     * The measures that rules ask for; rates of single schools come to the judge where townships are judged by them.
     *
     * @param asked kinds of figures, {@code metric|subject type}
     */
    static Rows asked(Rows measures, Set<String> asked, RuleBook rules) {
        List<String> kind = List.of("metric_id", "subject_type");
        String ofSchool = RATE + "|" + SubjectType.SCHOOL;
        Set<String> others = new TreeSet<>(asked);
        others.remove(ofSchool);
        Rows rows = measures.where(Which.ALL.together(kind, others));
        Set<String> facets = facets(rules, Set.of(RATE));
        return asked.contains(ofSchool) && !facets.isEmpty()
                ? rows.and(measures.where(
                        Which.ALL.together(kind, List.of(ofSchool)).in("facet", facets)))
                : rows;
    }

    static boolean areAskedFor(RuleBook rules, String metric) {
        return rules.rules().stream().anyMatch(r -> isOn(r, Set.of(metric)));
    }

    private static Set<String> facets(RuleBook rules, Set<String> metrics) {
        Set<String> facets = new TreeSet<>();
        rules.rules().stream().filter(r -> isOn(r, metrics)).forEach(r -> facets.add(r.facet()));
        return facets;
    }

    private static boolean isOn(Rule rule, Set<String> metrics) {
        return rule.scope() == SubjectType.TOWNSHIP && metrics.contains(rule.metric());
    }

    /**
     * @param levels resource levels of the schools of the county
     * @param figures what else was measured of it
     */
    static Townships of(List<PanelPoint> levels, List<Figure> figures, RuleBook inForce, Places places, int year) {
        Set<String> facets = facets(inForce, PREMISES);
        List<PanelPoint> asked = levels.stream()
                .filter(PanelPoint::isCompared)
                .filter(p -> facets.stream().anyMatch(f -> f.startsWith(p.facet() + "|")))
                .toList();
        return new Townships(
                asked.isEmpty() ? List.of() : premises(asked, places, year),
                satisfaction(figures, inForce, places, year));
    }

    private record Key(Stage stage, String facet) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = stage.compareTo(other.stage);
            return order != 0 ? order : facet.compareTo(other.facet);
        }
    }

    private static List<Figure> premises(List<PanelPoint> levels, Places places, int year) {
        SortedMap<Key, List<SchoolFigure>> urban = new TreeMap<>();
        SortedMap<String, SortedMap<Key, List<SchoolFigure>>> towns = new TreeMap<>();
        for (PanelPoint p : levels) {
            Stage stage = p.stage();
            @Nullable String township = places.township(p.schoolCode(), year);
            if (stage != null && (township != null || p.urbanRuralClass() == UrbanRuralClass.URBAN)) {
                SortedMap<Key, List<SchoolFigure>> of =
                        township == null ? urban : towns.computeIfAbsent(township, t -> new TreeMap<>());
                of.computeIfAbsent(new Key(stage, p.facet()), k -> new ArrayList<>())
                        .add(Series.figure(p.besideUrban()));
            }
        }
        List<Figure> told = new ArrayList<>();
        towns.forEach((township, facets) -> facets.forEach((key, own) -> {
            List<SchoolFigure> both = new ArrayList<>(own);
            both.addAll(urban.getOrDefault(key, List.of()));
            SchoolsView view = new SchoolsView(SubjectType.TOWNSHIP, key.facet(), year, both);
            for (TownLevel.Against against : TownLevel.Against.values()) {
                TownLevel level = new TownLevel(against);
                told.add(new Figure(
                        level.definition().id(),
                        SubjectType.TOWNSHIP,
                        township,
                        key.stage(),
                        key.facet() + level.facetSuffix(),
                        level.of(view)));
            }
        }));
        return told;
    }

    private static List<Figure> satisfaction(List<Figure> figures, RuleBook inForce, Places places, int year) {
        Set<String> facets = facets(inForce, Set.of(RATE));
        SortedMap<String, SortedMap<String, List<SurveyView.Tally>>> tallies = new TreeMap<>();
        for (Figure f : figures) {
            @Nullable String township = places.township(f.subject(), year);
            boolean isRate = f.metric().equals(RATE) && f.subjectType() == SubjectType.SCHOOL;
            if (isRate
                    && township != null
                    && facets.contains(f.facet())
                    && f.outcome() instanceof Value value
                    && value.numerator() != null
                    && value.denominator() != null) {
                tallies.computeIfAbsent(township, t -> new TreeMap<>())
                        .computeIfAbsent(f.facet(), k -> new ArrayList<>())
                        .add(new SurveyView.Tally(
                                f.subject(), Math.round(value.numerator()), Math.round(value.denominator()), null));
            }
        }
        List<Figure> told = new ArrayList<>();
        tallies.forEach((township, of) -> of.forEach((facet, schools) -> told.add(new Figure(
                RATE,
                SubjectType.TOWNSHIP,
                township,
                null,
                facet,
                new SatisfactionRate().of(new SurveyView(SubjectType.TOWNSHIP, facet, year, schools))))));
        return told;
    }

    /** A judgement as it is told: without the share of answers of a township, and how many would decide. */
    static Judgement told(Judgement j) {
        boolean isHidden = j.subjectType() == SubjectType.TOWNSHIP
                && SAMPLED.contains(j.rule().metric());
        Rule.Finding found = j.finding();
        return isHidden
                ? new Judgement(
                        j.rule(),
                        j.subjectType(),
                        j.subject(),
                        j.stage(),
                        j.facet(),
                        new Rule.Finding(found.verdict(), Optional.empty(), false, reason(found)),
                        j.counts(),
                        j.shortfall(),
                        j.shortfallUnit())
                : j;
    }

    private static Words reason(Rule.Finding found) {
        return found.value().isEmpty()
                ? found.reason()
                : new Words("乡镇满意率只判定,不公布数值", "satisfaction of a township is judged, its value is not published");
    }
}
