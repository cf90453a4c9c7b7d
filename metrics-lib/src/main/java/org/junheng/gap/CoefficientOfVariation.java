package org.junheng.gap;

import java.math.BigDecimal;
import java.util.Map;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.stats.Decimals;
import org.junheng.subject.SchoolsView;

/**
 * Gap between the schools of an area (校际差异系数): the coefficient of variation, each school weighted by its pupils.
 *
 * <p>{@code sqrt(sum(w (x - m)^2) / sum(w)) / m}, where {@code m = sum(w x) / sum(w)}; a ratio. Carried in decimals of 40 digits, so that
 * a comparison with a standard is exact.
 *
 * <p>Absent when fewer than two schools have a value and pupils, when the mean is 0, or when a value is below 0.
 *
 * <p>Source: 县域义务教育校际均衡指标计算方法; 教督〔2017〕6号.
 *
 * <p>Clauses: YN-D2; national-2017:R-CV.
 */
public record CoefficientOfVariation() implements Metric<SchoolsView> {
    @Override
    public Definition definition() {
        return Gaps.define(
                        "gap.cv",
                        "校际差异系数",
                        "coefficient of variation between schools",
                        "sqrt(sum(w (x - m)^2) / sum(w)) / m, m = sum(w x) / sum(w)",
                        "ratio",
                        Gaps.OF_RATIO,
                        "worked example of the official method: 0.5153; independent recomputation over three public school systems")
                .askedBy("national-2017:R-CV");
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        return Gaps.isArea(view);
    }

    @Override
    public Outcome of(SchoolsView view) {
        if (view.usable().size() < 2) {
            return Gaps.absent(Gaps.NEEDS_TWO, view);
        } else if (view.hasNegative()) {
            return Gaps.absent(Gaps.NEGATIVE, view);
        } else if (view.moments().mean().signum() == 0) {
            return Gaps.absent(Gaps.ZERO_MEAN, view);
        }
        BigDecimal cv = Decimals.ratio(
                view.moments().standardDeviation(), view.moments().mean());
        return Value.of(Decimals.nearest(cv), Gaps.counts(view));
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
