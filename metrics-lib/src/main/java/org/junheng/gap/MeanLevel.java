package org.junheng.gap;

import java.math.BigDecimal;
import java.util.Map;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.SchoolsView;

/**
 * Pupil-weighted mean of the schools (生均水平).
 *
 * <p>{@code m = sum(w x) / sum(w)}; in the unit of the facet.
 *
 * <p>Absent when no school has a value and pupils.
 *
 * <p>Source: 县域义务教育校际均衡指标计算方法 (the county mean is weighted by pupils, not the mean of school means).
 *
 * <p>Clauses: YN-D2; national-2017:R1-R7.
 */
public record MeanLevel() implements Metric<SchoolsView> {
    @Override
    public Definition definition() {
        return Gaps.define(
                        Better.NONE,
                        "gap.mean",
                        "学生加权平均",
                        "pupil-weighted mean",
                        "sum(w x) / sum(w)",
                        "as facet",
                        new Words("没有可用学校时不评价", "absent without a usable school"),
                        "independent recomputation over three public school systems")
                .askedBy("national-2017:R1-R7");
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        return Gaps.isArea(view);
    }

    @Override
    public Outcome of(SchoolsView view) {
        if (view.usable().isEmpty()) {
            return Gaps.absent(Gaps.NO_SCHOOL, view);
        }
        return Value.of(Decimals.nearest(view.moments().mean()), Gaps.counts(view));
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
