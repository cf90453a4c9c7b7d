package org.junheng.gap;

import java.math.BigDecimal;
import java.util.Map;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.stats.Decimals;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;

/**
 * Gini coefficient between schools (基尼系数), each school weighted by its pupils.
 *
 * <p>{@code sum_i sum_j w_i w_j |x_i - x_j| / (2 W^2 m)} with {@code W = sum(w)}; a ratio; no small-sample correction.
 *
 * <p>Absent when fewer than two schools have a value and pupils, when a value is below 0 or the mean is 0.
 *
 * <p>Source: Gini 1912; Cowell, Measuring Inequality.
 *
 * <p>Clause: YN-D2.
 */
public record Gini() implements Metric<SchoolsView> {
    @Override
    public Definition definition() {
        return Gaps.define(
                "gap.gini",
                "基尼系数",
                "Gini coefficient between schools",
                "sum_ij w_i w_j |x_i - x_j| / (2 W^2 m)",
                "ratio",
                Gaps.OF_RATIO,
                "independent recomputation over three public school systems; R dineq");
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
        BigDecimal total = view.moments().weight();
        BigDecimal scale =
                Decimals.times(Decimals.times(total, total), view.moments().mean());
        return Value.of(Decimals.nearest(Decimals.ratio(pairs(view), scale)), Gaps.counts(view));
    }

    /** {@code sum w_i w_j |x_i - x_j|} over the pairs, each once. */
    private static BigDecimal pairs(SchoolsView view) {
        BigDecimal total = view.moments().weight();
        BigDecimal below = BigDecimal.ZERO;
        BigDecimal differences = BigDecimal.ZERO;
        BigDecimal poorer = view.poorestFirst().get(0).exact();
        for (SchoolFigure school : view.poorestFirst()) {
            BigDecimal step = school.exact().subtract(poorer);
            BigDecimal pairs = below.multiply(total.subtract(below));
            differences = differences.add(pairs.multiply(step));
            below = below.add(school.exactWeight());
            poorer = school.exact();
        }
        return differences;
    }

    @Override
    public Map<String, BigDecimal> terms(SchoolsView view) {
        return view.usable().isEmpty()
                ? Map.of()
                : Map.of(
                        "sum_ij w_i w_j |x_i - x_j|", Decimals.times(pairs(view), BigDecimal.valueOf(2)),
                        "W", view.moments().weight(),
                        "m", view.moments().mean());
    }

    @Override
    public Class<SchoolsView> view() {
        return SchoolsView.class;
    }
}
