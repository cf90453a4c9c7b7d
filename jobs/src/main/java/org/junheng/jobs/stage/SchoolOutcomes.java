package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.balance.TownshipReaching;
import org.junheng.integration.ProgressFacts;
import org.junheng.integration.ProgressFacts.Kind;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.stats.Decimals;
import org.junheng.stock.QualityDefinition.Evidence;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.Stage;

/** What has been measured of single schools and is asked again when clusters are looked at: a few numbers per school and year, on the driver. */
public final class SchoolOutcomes {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final String PARENTS = "survey:PARENT";
    private static final String PUPILS = "survey:PUPIL";

    private final List<Measures> measures;
    private final Map<String, List<Measures>> bySchoolYear = new HashMap<>();

    private SchoolOutcomes(List<Measures> measures) {
        this.measures = List.copyOf(measures);
        measures.forEach(m -> bySchoolYear
                .computeIfAbsent(school(m) + "|" + m.year(), k -> new ArrayList<>())
                .add(m));
    }

    public static final SchoolOutcomes NOTHING = new SchoolOutcomes(List.of());

    /**
     * @param measured everything measured
     * @param figures what the judges found beside: standards met, townships that reach their goals
     * @param modelled what models say of schools
     * @param surveys facets of the surveys that are asked for besides those of parents and pupils
     */
    public static SchoolOutcomes of(
            Dataset<Row> measured, Dataset<Row> figures, List<Measures> modelled, Set<String> surveys) {
        SortedSet<String> asked = new TreeSet<>(surveys);
        asked.addAll(List.of(PARENTS, PUPILS));
        Column satisfaction = col("metric_id")
                .equalTo("satisfaction.rate")
                .and(col("subject_type").equalTo("school"))
                .and(col("facet").isin(asked.toArray()));
        Column teachers =
                col("metric_id").equalTo("resource.level").and(col("facet").isin("R1", "R2", "R3"));
        Column townships = col("metric_id").equalTo(TownshipReaching.ID);
        List<Measures> all = new ArrayList<>();
        measured.filter(satisfaction.or(teachers))
                .filter(col("value").isNotNull())
                .unionByName(figures.filter(townships.or(col("metric_id")
                        .equalTo("resource.standards_met")
                        .and(col("value").isNotNull()))))
                .collectAsList()
                .forEach(row -> all.add(MEASURES.record(row)));
        modelled.stream()
                .filter(m -> m.value() != null && m.metricId().startsWith("valueadded."))
                .forEach(all::add);
        return new SchoolOutcomes(all);
    }

    /** The value-added of schools. */
    List<Measures> valueAdded() {
        return measures.stream()
                .filter(m -> m.metricId().equals("valueadded.school"))
                .toList();
    }

    /** The rates of schools in one facet of the surveys. */
    List<Measures> satisfaction(String facet) {
        return measures.stream()
                .filter(m ->
                        m.metricId().equals("satisfaction.rate") && m.facet().equals(facet))
                .toList();
    }

    /** Whether townships reach their goals. */
    List<Measures> townships() {
        return measures.stream()
                .filter(m -> m.metricId().equals(TownshipReaching.ID))
                .toList();
    }

    void addTo(ProgressFacts facts) {
        for (Measures m : measures) {
            BigDecimal value = Decimals.of(m.value() == null ? 0 : m.value());
            String what = m.modelId() + "|" + m.stage() + "|" + m.grade() + "|" + m.facet();
            switch (m.metricId()) {
                case "satisfaction.rate" -> {
                    boolean isOfProgress =
                            m.facet().equals(PARENTS) || m.facet().equals(PUPILS);
                    if (isOfProgress && m.numerator() != null && m.denominator() != null) {
                        facts.add(
                                Kind.SATISFACTION,
                                school(m),
                                m.year(),
                                what,
                                Decimals.of(m.numerator()),
                                Decimals.of(m.denominator()));
                    }
                }
                case "resource.standards_met" ->
                    facts.add(Kind.STANDARDS_MET, school(m), m.year(), what, value, BigDecimal.ONE);
                case "resource.level" ->
                    facts.add(Kind.TEACHER_LEVEL, school(m), m.year(), what, value, BigDecimal.ONE);
                case "valueadded.school" ->
                    facts.add(
                            Kind.VALUE_ADDED,
                            school(m),
                            m.year(),
                            m.stage() + "|" + m.grade() + "|" + m.facet(),
                            value,
                            BigDecimal.ONE);
                default -> {}
            }
        }
    }

    /** What is known of the quality of a school in one year. */
    Evidence evidence(SchoolFacts s) {
        List<Measures> own = bySchoolYear.getOrDefault(s.school() + "|" + s.year(), List.of());
        List<Integer> met = whole(own, "resource.standards_met");
        long compulsory = s.stages().keySet().stream()
                .filter(stage -> stage == Stage.PRIMARY || stage == Stage.JUNIOR)
                .count();
        @Nullable
        Measures parents = own.stream()
                .filter(m ->
                        m.metricId().equals("satisfaction.rate") && m.facet().equals(PARENTS))
                .findFirst()
                .orElse(null);
        return new Evidence(
                s.flags().quality(),
                met,
                (int) compulsory - met.size(),
                whole(own, "valueadded.band"),
                parents == null ? null : parents.numerator(),
                parents == null ? null : parents.denominator());
    }

    private static List<Integer> whole(List<Measures> own, String metric) {
        return own.stream()
                .filter(m -> m.metricId().equals(metric))
                .map(m -> m.value() == null ? 0 : m.value().intValue())
                .toList();
    }

    /** The school of a school's or a stage's number. */
    private static String school(Measures m) {
        int colon = m.subjectId().lastIndexOf(':');
        return colon < 0 ? m.subjectId() : m.subjectId().substring(0, colon);
    }
}
