package org.junheng.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.UrbanRuralClass;

/**
 * Premises of town schools, alone and against urban schools (镇驻地学校办学条件).
 *
 * <p>{@code m_town}, and {@code m_town - m_urban}: pupil-weighted means; in the unit of the facet, R4 to R7.
 *
 * <p>Absent without a usable town school, and for the difference without a usable urban school.
 *
 * <p>Source: Shandong, strong townships plan: facilities not below urban schools and the provincial standard (SD-05).
 *
 * <p>Clause: SD-05.
 */
public record TownLevel(Against against) implements Metric<SchoolsView> {
    private static final Words NO_GROUP = new Words("缺少镇区学校或城区学校", "no town school or no urban school");

    /** What town schools are held against. */
    public enum Against {
        NOTHING,
        URBAN
    }

    @Override
    public Definition definition() {
        boolean alone = against == Against.NOTHING;
        return new Definition(
                alone ? "town.mean" : "town.lead_over_urban",
                alone
                        ? new Words("镇区学校生均水平", "mean of town schools")
                        : new Words("镇区与城区之差", "town schools less urban schools"),
                alone ? "m_town, weighted by pupils" : "m_town - m_urban, weighted by pupils",
                "1",
                "as facet",
                Better.HIGHER,
                List.of("SD-05"),
                List.of("schools.urban_rural_class", "staff.pupil_count"),
                new Words("缺镇区学校或城区学校时不评价", "absent without a town school or an urban school"),
                "hand example");
    }

    @Override
    public Class<SchoolsView> view() {
        return SchoolsView.class;
    }

    @Override
    public String facetSuffix() {
        return against == Against.NOTHING ? "|TOWN" : "|TOWN-URBAN";
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        return Gaps.isArea(view) && view.facet().matches("R[4-7]");
    }

    @Override
    public Map<String, BigDecimal> terms(SchoolsView view) {
        Map<String, BigDecimal> terms = new TreeMap<>();
        mean(view, UrbanRuralClass.TOWN).ifPresent(m -> terms.put("m_town", m));
        mean(view, UrbanRuralClass.URBAN).ifPresent(m -> terms.put("m_urban", m));
        return terms;
    }

    private static Optional<BigDecimal> mean(SchoolsView view, UrbanRuralClass of) {
        SchoolsView schools = view.only(s -> s.urbanRural() == of);
        return schools.usable().isEmpty()
                ? Optional.empty()
                : Optional.of(schools.moments().mean());
    }

    @Override
    public Outcome of(SchoolsView view) {
        SchoolsView town = view.only(s -> s.urbanRural() == UrbanRuralClass.TOWN);
        SchoolsView urban = view.only(s -> s.urbanRural() == UrbanRuralClass.URBAN);
        boolean alone = against == Against.NOTHING;
        long schools = (long) town.usable().size() + (alone ? 0 : urban.usable().size());
        Counts counts = Counts.ofSchools(schools);
        if (town.usable().isEmpty() || (!alone && urban.usable().isEmpty())) {
            return new Absent(NO_GROUP, counts);
        }
        BigDecimal mean = town.moments().mean();
        return Outcome.nearest(alone ? mean : mean.subtract(urban.moments().mean()), counts);
    }
}
