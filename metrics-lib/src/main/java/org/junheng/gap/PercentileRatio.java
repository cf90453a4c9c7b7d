package org.junheng.gap;

import java.math.BigDecimal;
import java.util.Map;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;

/**
 * Ratio of the 90th to the 10th percentile of schools (P90/P10), pupils weighted.
 *
 * <p>{@code Q(0.9) / Q(0.1)}, {@code Q(p)} = the smallest x whose cumulated weight share reaches p, compared exactly and without
 * interpolation; a ratio.
 *
 * <p>Absent when fewer than two schools have a value and pupils, when a value is below 0, or when Q(0.1) is 0.
 *
 * <p>Source: the weighted quantile of definition 1 (inverse of the distribution function) in Hyndman and Fan 1996.
 *
 * <p>Clause: YN-D2.
 */
public record PercentileRatio() implements Metric<SchoolsView> {
    @Override
    public Definition definition() {
        return Gaps.define(
                "gap.p90_p10",
                "P90与P10之比",
                "ratio of the 90th to the 10th percentile",
                "Q(0.9) / Q(0.1), Q(p) = smallest x whose cumulated weight share reaches p",
                "ratio",
                new Words(
                        "可用学校不足2所、有负值或Q(0.1)为0时不评价",
                        "absent for fewer than two usable schools, a value below 0, or Q(0.1) = 0"),
                "independent recomputation over three public school systems");
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        return Gaps.isArea(view);
    }

    private static final Words LOW_IS_ZERO = new Words("P10不大于0", "P10 is not above 0");

    @Override
    public Outcome of(SchoolsView view) {
        if (view.usable().size() < 2) {
            return Gaps.absent(Gaps.NEEDS_TWO, view);
        } else if (view.hasNegative()) {
            return Gaps.absent(Gaps.NEGATIVE, view);
        }
        BigDecimal low = quantile(view, new BigDecimal("0.1"));
        if (low.signum() == 0) {
            return Gaps.absent(LOW_IS_ZERO, view);
        }
        BigDecimal ratio = Decimals.ratio(quantile(view, new BigDecimal("0.9")), low);
        return Outcome.nearest(ratio, Gaps.counts(view));
    }

    private static BigDecimal quantile(SchoolsView view, BigDecimal p) {
        BigDecimal reach = p.multiply(view.moments().weight());
        BigDecimal cumulated = BigDecimal.ZERO;
        BigDecimal x = BigDecimal.ZERO;
        for (SchoolFigure school : view.poorestFirst()) {
            x = school.exact();
            cumulated = cumulated.add(Decimals.of(school.w()));
            if (cumulated.compareTo(reach) >= 0) {
                break;
            }
        }
        return x;
    }

    @Override
    public Map<String, BigDecimal> terms(SchoolsView view) {
        return view.usable().isEmpty()
                ? Map.of()
                : Map.of(
                        "Q(0.9)",
                        quantile(view, new BigDecimal("0.9")),
                        "Q(0.1)",
                        quantile(view, new BigDecimal("0.1")));
    }

    @Override
    public Class<SchoolsView> view() {
        return SchoolsView.class;
    }
}
