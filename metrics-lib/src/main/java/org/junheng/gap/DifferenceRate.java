package org.junheng.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.Facet;
import org.junheng.subject.SchoolsView;

/**
 * Difference rate to the urban quality schools (与城区优质学校差异率).
 *
 * <p>{@code (m_q - m_t) / m_q}: pupil-weighted means of the urban quality schools and of the town schools; a ratio. A negative rate (the town
 * schools are ahead) is shown as it is.
 *
 * <p>Absent without an urban quality school or without a town school, or when the mean of the quality schools is not above 0.
 *
 * <p>Source: Shandong 教育强镇筑基 ("低于0.15"), reading (c) of three; depends on the zero point of the scale.
 *
 * <p>Clauses: YN-D2; SD-01.
 */
public record DifferenceRate() implements Metric<SchoolsView> {
    private static final List<String> INPUTS =
            List.of("schools.urban_rural_class", "schools.is_quality_school", "school_scores.mean_score");

    @Override
    public Definition definition() {
        return Gaps.define(
                        INPUTS,
                        "gap.difference_rate",
                        "与城区优质学校差异率",
                        "difference rate to the urban quality schools",
                        "(m_q - m_t) / m_q",
                        "ratio",
                        new Words(
                                "缺城区优质学校或镇区学校、优质学校平均数不大于0时不评价",
                                "absent without an urban quality school or a town school, or when the quality mean is not above 0"),
                        "hand example")
                .askedBy("SD-01");
    }

    private static final Words NO_GROUP = new Words("缺少城区优质学校或镇区学校", "no urban quality school or no town school");

    @Override
    public String facetSuffix() {
        return Comparison.URBAN_QUALITY_TOWN.suffix();
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        return Gaps.isArea(view) && view.facet().startsWith(Facet.SCORE);
    }

    @Override
    public Outcome of(SchoolsView view) {
        SchoolsView quality = view.only(Comparison.URBAN_QUALITY_TOWN::isFirst);
        SchoolsView town = view.only(Comparison.URBAN_QUALITY_TOWN::isSecond);
        if (quality.usable().isEmpty() || town.usable().isEmpty()) {
            return Gaps.absent(NO_GROUP, view);
        }
        BigDecimal best = quality.moments().mean();
        if (best.signum() <= 0) {
            return Gaps.absent(Gaps.ZERO_MEAN, view);
        }
        BigDecimal rate = Decimals.ratio(best.subtract(town.moments().mean()), best);
        long schools = (long) quality.usable().size() + town.usable().size();
        return Outcome.nearest(rate, Counts.ofSchools(schools));
    }

    @Override
    public Map<String, BigDecimal> terms(SchoolsView view) {
        SchoolsView quality = view.only(Comparison.URBAN_QUALITY_TOWN::isFirst);
        SchoolsView town = view.only(Comparison.URBAN_QUALITY_TOWN::isSecond);
        return quality.usable().isEmpty() || town.usable().isEmpty()
                ? Map.of()
                : Map.of("m_q", quality.moments().mean(), "m_t", town.moments().mean());
    }

    @Override
    public Class<SchoolsView> view() {
        return SchoolsView.class;
    }
}
