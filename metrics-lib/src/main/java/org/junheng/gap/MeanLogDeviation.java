package org.junheng.gap;

import java.math.BigDecimal;
import java.util.Map;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.subject.SchoolsView;

/**
 * Mean log deviation between schools (对数平均偏差), each school weighted by its pupils.
 *
 * <p>{@code sum((w/W) ln(m/x))}; a number from 0.
 *
 * <p>Absent when fewer than two schools have a value and pupils, when a value is below 0 or is 0, or when the mean is 0.
 *
 * <p>Source: Shorrocks 1980.
 *
 * <p>Clause: YN-D2.
 */
public record MeanLogDeviation() implements Metric<SchoolsView> {
    @Override
    public Definition definition() {
        return Gaps.define(
                "gap.mld",
                "对数平均偏差",
                "mean log deviation between schools",
                "sum((w/W) ln(m/x))",
                "index",
                new Words(Gaps.OF_RATIO.zh() + ",有0值时也不评价", Gaps.OF_RATIO.en() + " or of 0"),
                "independent recomputation over three public school systems; R dineq");
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        return Gaps.isArea(view);
    }

    @Override
    public Outcome of(SchoolsView view) {
        return Inequality.undefined(Entropy.MEAN_LOG_DEVIATION, view)
                .<Outcome>map(why -> Gaps.absent(why, view))
                .orElseGet(
                        () -> Outcome.nearest(Inequality.whole(Entropy.MEAN_LOG_DEVIATION, view), Gaps.counts(view)));
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
