package org.junheng.jobs.stage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.balance.TownshipReaching;
import org.junheng.integration.ProgressFacts;
import org.junheng.integration.ProgressFacts.Kind;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.stats.Decimals;
import org.junheng.stock.QualityDefinition.Evidence;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/** What has been measured of single schools and is asked again when clusters are looked at: a few numbers per school and year, on the driver. */
public final class SchoolOutcomes {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final String PARENTS = "survey:PARENT";
    private static final String PUPILS = "survey:PUPIL";

    private final List<Measures> measures;
    private final Map<String, List<Measures>> bySchoolYear = new HashMap<>();
    private final Map<String, Evidence> evidence = new HashMap<>();

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
    public static SchoolOutcomes of(Rows measured, Rows figures, List<Measures> modelled, Set<String> surveys) {
        Set<String> facets = new TreeSet<>(surveys);
        facets.addAll(List.of(PARENTS, PUPILS, "R1", "R2", "R3"));
        List<Measures> all = new ArrayList<>();
        measured.where(Which.ALL
                        .in("metric_id", List.of("satisfaction.rate", "resource.level"))
                        .in("subject_type", List.of(SubjectType.SCHOOL, SubjectType.STAGE_SCHOOL))
                        .in("facet", facets)
                        .filled("value"))
                .list()
                .forEach(row -> all.add(MEASURES.record(row)));
        figures.where(Which.ALL.in("metric_id", List.of("resource.standards_met", TownshipReaching.ID))).list().stream()
                .map(MEASURES::record)
                .filter(m -> m.value() != null || m.metricId().equals(TownshipReaching.ID))
                .forEach(all::add);
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

    /** What is known of the quality of a school in one year; every definition and pair of years asks for it. */
    Evidence evidence(SchoolFacts s) {
        return evidence.computeIfAbsent(s.school() + "|" + s.year(), of -> known(s));
    }

    private Evidence known(SchoolFacts s) {
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
