package org.junheng.jobs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junheng.Catalogue;
import org.junheng.balance.CountyCheck;
import org.junheng.balance.PlaceCheck;
import org.junheng.balance.Resource;
import org.junheng.gap.ChangeRules;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.ingest.Delivery;
import org.junheng.jobs.ingest.Ingest;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Definition;
import org.junheng.metric.Figure;
import org.junheng.rules.Judgement;
import org.junheng.rules.RuleBook;
import org.junheng.stock.QualityDefinition;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole catalogue and all rules through Spark and in plain Java on one small province: every number equal to the last bit. */
class EquivalenceTest {
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Schema<Judgements> JUDGEMENTS = Schema.of(Judgements.class);
    private static final List<String> FACET = List.of("kind", "stage", "grade", "facet");
    private static final RuleBook RULES = RuleBook.of("national-2017")
            .and(RuleBook.of("national-2012"))
            .and(RuleBook.of("shandong-2020"))
            .and(RuleBook.of("alliance-plans"));

    private static final ChangeRules RULES_OF_CHANGE = new ChangeRules(
            5, 199, 10, Set.of("gap_change.cv", "gap_change.gini"), ChangeRules.DECOMPOSED, List.of(), List.of());

    @TempDir
    static Path folder;

    private static int baseline;
    private static SortedMap<String, List<PanelPoint>> series;
    private static List<PanelPoint> levels;
    private static Places places;
    private static List<SchoolYear> schoolYears;
    private static SortedMap<String, Measures> measuredBySpark;
    private static SortedMap<String, Measures> figuresBySpark;
    private static List<Measures> ofDimensions;
    private static SortedMap<String, String> judgedBySpark;

    @BeforeAll
    static void throughSpark() throws IOException {
        Simulation.write(folder, Plan.of(60, 4, 300, 5));
        Evaluation evaluation = EvaluationReader.read(folder.resolve("evaluation.yaml"), RuleBook.known());
        baseline = evaluation.baseline();
        Delivery delivery = Ingest.read(SparkForTests.session(), evaluation, folder.resolve("scratch"));
        Tables tables = new Tables(delivery.rows(), name -> delivery.table(name).dataset());
        SchoolYears schools = SchoolYears.of(tables, evaluation.years());
        Panel whole = Panel.of(schools.rows().beside(tables.rows("schools")), tables, List.of(Resource.values()));
        Panel panel = new Panel(whole.schools().kept(), whole.rest().kept());
        Rows all = Measure.of(panel.all(), baseline, RULES_OF_CHANGE).kept();
        places = Places.of(tables, evaluation.years());
        Rows judged = Judge.of(panel.resources(), all, RULES, places).kept();
        assertTrue(judged.spread().isPresent());
        schoolYears = schools.list();
        levels = panel.resources().list().stream().map(POINT::record).toList();
        series = new TreeMap<>();
        for (Row row : panel.all().list()) {
            Subjects.of(List.of(POINT.record(row))).forEach((of, points) -> series.computeIfAbsent(
                            text(row, FACET) + "|" + of.type() + "|" + of.id(), k -> new ArrayList<>())
                    .addAll(points));
        }
        measuredBySpark = new TreeMap<>();
        figuresBySpark = new TreeMap<>();
        all.list().stream()
                .map(MEASURES::record)
                .forEach(m -> put(m.metricId().equals("resource.level") ? figuresBySpark : measuredBySpark, m));
        Judge.figures(judged).list().forEach(row -> put(figuresBySpark, MEASURES.record(row)));
        Dimensions dimensions = Dimensions.of(tables, evaluation.years(), Set.of());
        ofDimensions = new ArrayList<>(dimensions.measures());
        ofDimensions.addAll(dimensions
                .told(
                        SchoolOutcomes.of(all, Judge.figures(judged), List.of(), Set.of()),
                        baseline,
                        QualityDefinition.OFFICIAL,
                        evaluation.disclosure(),
                        List.of())
                .measures());
        judgedBySpark = new TreeMap<>();
        for (Row row : Judge.judgements(judged).list()) {
            Judgements j = JUDGEMENTS.record(row);
            String counts = row.getAs("n_schools") + " schools, " + row.getAs("n_pupils") + " pupils";
            String says = j.value() + " " + j.verdict() + " " + j.shortfall() + j.shortfallUnit() + " " + counts;
            judgedBySpark.put(
                    String.join("|", j.ruleId(), j.subjectType() + j.subjectId(), j.year() + "" + j.stage(), j.facet()),
                    says + " " + j.reason());
        }
        SparkForTests.session().catalog().clearCache();
    }

    @Test
    void theProvinceHoldsEveryKind() {
        Set<String> types =
                schoolYears.stream().map(s -> String.valueOf(s.schoolType())).collect(Collectors.toSet());
        assertTrue(types.containsAll(Set.of("NINE_YEAR", "TEACHING_POINT", "SPECIAL", "PRIMARY", "JUNIOR")));
        assertTrue(schoolYears.stream().anyMatch(s -> s.parentSchoolCode() != null), "a campus to merge");
        assertTrue(levels.stream().anyMatch(p -> p.value() == null), "a level that is missing");
        for (Kind kind : Kind.values()) {
            assertTrue(series.keySet().stream().anyMatch(k -> k.startsWith(kind.name())), kind::name);
        }
        for (String facet : List.of("score:", "pass:", "indicator:", "survey:")) {
            assertTrue(series.keySet().stream().anyMatch(k -> k.contains("|" + facet)), facet);
        }
        assertTrue(series.keySet().stream().anyMatch(k -> k.contains("|" + SubjectType.CLUSTER + "|")));
    }

    @Test
    void everyMeasureIsEqual() {
        assertEquals(Map.of(), differences(measuredBySpark, measuredInJava()));
        assertTrue(measuredBySpark.size() > 5000, () -> measuredBySpark.size() + " measures");
    }

    @Test
    void everyLevelFigureAndJudgementIsEqual() {
        SortedMap<String, Measures> figures = new TreeMap<>();
        SortedMap<String, String> judged = new TreeMap<>();
        for (PanelPoint p : levels) {
            put(figures, measure(level(p), p.year()));
        }
        SortedMap<String, List<PanelPoint>> points = new TreeMap<>();
        levels.stream().filter(p -> p.countyCode() != null).forEach(p -> points.computeIfAbsent(
                        p.countyCode() + "|" + p.year(), k -> new ArrayList<>())
                .add(p));
        figuresOfPlaces(points).forEach((key, measured) -> {
            String[] parts = key.split("\\|", -1);
            int year = Integer.parseInt(parts[1]);
            RuleBook inForce = RULES.on(LocalDate.of(year, 9, 1));
            List<PanelPoint> ofPlace = points.getOrDefault(key, List.of());
            Townships townships = Townships.of(ofPlace, measured, inForce, places, year);
            List<Figure> asked = new ArrayList<>(measured);
            ofPlace.forEach(p -> asked.add(level(p)));
            asked.addAll(townships.premises());
            asked.addAll(townships.satisfaction());
            CountyCheck.Result result = PlaceCheck.of(
                    places.place(parts[0], year),
                    asked,
                    inForce,
                    JudgingTerms.of(RULES).terms());
            townships.premises().forEach(f -> put(figures, measure(f, year)));
            result.figures().forEach(f -> put(figures, measure(f, year)));
            result.judgements().forEach(j -> judged.put(judgementKey(j, year), says(Townships.told(j))));
        });
        assertEquals(Map.of(), differences(figuresBySpark, figures));
        assertEquals(Map.of(), differences(judgedBySpark, judged));
        assertTrue(judged.size() > 1000, () -> judged.size() + " judgements");
    }

    @Test
    void everyMetricOfTheCatalogueOccurs() {
        SortedSet<String> found = new TreeSet<>();
        Stream.of(measuredBySpark.values(), figuresBySpark.values(), ofDimensions)
                .flatMap(Collection::stream)
                .filter(m -> m.value() != null)
                .forEach(m -> found.add(m.metricId()));
        SortedSet<String> all = Catalogue.definitions().stream()
                .map(Definition::id)
                .filter(id -> !id.matches("(valueadded|growth|impact)[.].*")) // models, not readings of the panel
                .filter(id ->
                        !id.equals("gap_change.levelling")) // needs four lead schools: more than this province has
                .filter(id -> !id.matches("(assurance|evidence|cluster)[.].*")) // reported and stated, on the driver
                .filter(id -> !id.matches("town.teachers.*|.*yearly_rise")) // on the driver too
                .filter(id -> !id.matches("improvement[.]value_added|stock[.]lead_value_added.*")) // a model of pupils
                .filter(id -> !id.startsWith("bundled.")) // a composite of measures
                .filter(id -> !id.equals("satisfaction.rate_raked")) // where the evaluation asks, on the driver
                .filter(id -> !id.matches("selection[.](low|leavers|late|valueadded).*")) // pupils of a model
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, found);
    }

    private static SortedMap<String, Measures> measuredInJava() {
        SortedMap<String, Measures> measures = new TreeMap<>();
        series.forEach((key, points) -> {
            String[] parts = key.split("\\|", -1);
            List<PanelPoint> otherOrder = new ArrayList<>(points);
            Collections.reverse(otherOrder);
            Series.measures(
                            SubjectType.valueOf(parts[4].toUpperCase(Locale.ROOT)),
                            parts[5],
                            otherOrder,
                            baseline,
                            RULES_OF_CHANGE)
                    .forEach(m -> put(measures, m));
        });
        return measures;
    }

    /** What is judged beside the levels, by place and year; a county without data is judged too, for its schools are counted. */
    private static SortedMap<String, List<Figure>> figuresOfPlaces(SortedMap<String, List<PanelPoint>> levelled) {
        JudgingTerms terms = JudgingTerms.of(RULES);
        SortedMap<String, List<Figure>> found = new TreeMap<>();
        levelled.keySet().forEach(key -> found.put(key, new ArrayList<>()));
        for (Measures m : measuredInJava().values()) {
            if (terms.asks(m.metricId(), m.subjectType())) {
                found.computeIfAbsent(places.key(MEASURES.row(m)), k -> new ArrayList<>())
                        .add(Judge.figure(m));
            }
        }
        return found;
    }

    private static Figure level(PanelPoint p) {
        String subject = p.schoolCode() + ":" + p.stage();
        return new Figure("resource.level", SubjectType.STAGE_SCHOOL, subject, p.stage(), p.facet(), Levels.outcome(p));
    }

    private static Measures measure(Figure f, int year) {
        return MeasureRow.of(f.metric(), f.subjectType(), f.subject(), year, f.stage(), f.facet())
                .with(f.outcome());
    }

    private static String judgementKey(Judgement j, int year) {
        return String.join("|", j.rule().id(), j.subjectType() + j.subject(), year + "" + j.stage(), j.facet());
    }

    private static String says(Judgement j) {
        Double shortfall =
                j.shortfall().map(s -> Double.valueOf(s.doubleValue())).orElse(null);
        String counts = j.counts().schools() + " schools, " + j.counts().pupils() + " pupils";
        return j.finding().value().orElse(null) + " " + j.finding().verdict() + " " + shortfall + j.shortfallUnit()
                + " " + counts + " " + j.finding().reason().both();
    }

    private static void put(SortedMap<String, Measures> measures, Measures m) {
        String key = text(MEASURES.row(m), MEASURES.keys());
        assertEquals(null, measures.put(key, m), key);
    }

    private static String text(Row row, List<String> columns) {
        return columns.stream().map(c -> String.valueOf(row.<Object>getAs(c))).collect(Collectors.joining("|"));
    }

    /** Records are equal only where their doubles are, bit by bit. */
    private static <V> Map<String, String> differences(SortedMap<String, V> a, SortedMap<String, V> b) {
        SortedSet<String> keys = new TreeSet<>(a.keySet());
        keys.addAll(b.keySet());
        return keys.stream()
                .filter(k -> !Objects.equals(a.get(k), b.get(k)))
                .limit(10)
                .collect(Collectors.toMap(k -> k, k -> a.get(k) + " <> " + b.get(k)));
    }
}
