package org.junheng.gap;

import java.math.BigDecimal;
import java.util.Map;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.SchoolsView;

/**
 * Pupil-weighted standard deviation of the schools (校际标准差).
 *
 * <p>{@code s = sqrt(sum(w (x - m)^2) / sum(w))}, divided by the weights, not by n - 1; in the unit of the facet.
 *
 * <p>Absent when fewer than two schools have a value and pupils.
 *
 * <p>Source: 县域义务教育校际均衡指标计算方法.
 *
 * <p>Clause: YN-D2.
 */
public record StandardDeviation() implements Metric<SchoolsView> {
    @Override
    public Definition definition() {
        return Gaps.define(
                "gap.sd",
                "校际标准差",
                "standard deviation between schools",
                "sqrt(sum(w (x - m)^2) / sum(w))",
                "as facet",
                new Words("可用学校不足2所时不评价", "absent for fewer than two usable schools"),
                "independent recomputation over three public school systems");
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        return Gaps.isArea(view);
    }

    @Override
    public Outcome of(SchoolsView view) {
        if (view.usable().size() < 2) {
            return Gaps.absent(Gaps.NEEDS_TWO, view);
        }
        return Value.of(Decimals.nearest(view.moments().standardDeviation()), Gaps.counts(view));
    }

    @Override
    public Map<String, BigDecimal> terms(SchoolsView view) {
        return Gaps.terms(view);
    }

    @Override
    public Class<SchoolsView> view() {
        return SchoolsView.class;
    }
}
