package org.junheng.gap;

import java.math.BigDecimal;
import java.util.Map;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.subject.SchoolsView;

/**
 * Theil index between schools (泰尔指数), each school weighted by its pupils.
 *
 * <p>{@code sum((w/W) (x/m) ln(x/m)), 0 ln 0 = 0}; a number from 0.
 *
 * <p>Absent when fewer than two schools have a value and pupils, when a value is below 0, or when the mean is 0.
 *
 * <p>Source: Shorrocks 1980.
 *
 * <p>Clause: YN-D2.
 */
public record Theil() implements Metric<SchoolsView> {
    @Override
    public Definition definition() {
        return Gaps.define(
                "gap.theil",
                "泰尔指数",
                "Theil index between schools",
                "sum((w/W) (x/m) ln(x/m)), 0 ln 0 = 0",
                "index",
                Gaps.OF_RATIO,
                "independent recomputation over three public school systems; R dineq");
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        return Gaps.isArea(view);
    }

    @Override
    public Outcome of(SchoolsView view) {
        return Inequality.undefined(Entropy.THEIL, view)
                .<Outcome>map(why -> Gaps.absent(why, view))
                .orElseGet(() -> Outcome.nearest(Inequality.whole(Entropy.THEIL, view), Gaps.counts(view)));
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
