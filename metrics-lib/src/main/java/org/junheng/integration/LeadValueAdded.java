package org.junheng.integration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.integration.LeadChangeView.Cohort;
import org.junheng.integration.LeadChangeView.Since;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;

/**
 * Change of the value-added of the school that leads a cluster (牵头学校增值变化), beside the change of its teachers: whether it fell while the school led, and
 * while its cluster grew. It says when, not why.
 *
 * <p>{@code value-added now - value-added before}, of one model, grade and subject. {@code BEFORE_LEADING}: before = the last cohort examined before the school led the
 * cluster. {@code FEWER_MEMBERS}: before = the first cohort in which it led, where the cluster has more members now. The interval is {@code change +- sqrt(h_before^2 +
 * h_now^2)}, h half the 95 % interval of each: the pupils of two cohorts are others. Both values are drawn towards the average, so a change is
 * rather understated. Of several leads the one that began first is looked at.
 *
 * <p>Absent when no earlier cohort of the model knows the school at such a time, or the cluster did not grow. Without an interval of either value the change is little
 * evidence.
 *
 * <p>Source: Yunnan guideline 2024, dimension 1 (proposal: the text gives no formula).
 *
 * <p>Clause: YN-D1.
 */
public record LeadValueAdded(Since since) implements Metric<LeadChangeView> {
    private static final double LEVEL = 0.95;
    private static final double NORMAL = 1.959963984540054;
    private static final Words TOO_LARGE = new Words("数值过大,无法相减", "the numbers are too large to be subtracted");
    private static final Words NO_INTERVAL =
            new Words("某一届的增值没有区间,变化也没有", "the value-added of a cohort has no interval, so the change has none");

    @Override
    public Definition definition() {
        return new Definition(
                "stock.lead_value_added_change",
                new Words("牵头学校增值变化", "change of the lead's value-added"),
                "valueadded.school of the lead now less that of an earlier cohort of the same model: the last before it led the cluster, or the first"
                        + " in which it led, where the cluster has more members now; ci = change +- sqrt of the sum of squared half intervals",
                "1",
                "score points",
                Better.HIGHER,
                List.of("YN-D1"),
                List.of("memberships.cluster_id", "pupil_scores.score|school_scores.mean_score"),
                new Words(
                        "没有同一模型的更早一届、或集群没有扩大时不评价",
                        "absent without an earlier cohort of the same model, or when the cluster did not grow"),
                "hand example");
    }

    @Override
    public Class<LeadChangeView> view() {
        return LeadChangeView.class;
    }

    @Override
    public boolean appliesTo(LeadChangeView view) {
        return view.since() == since;
    }

    @Override
    public String facetSuffix() {
        return "|" + since;
    }

    @Override
    public Outcome of(LeadChangeView view) {
        Cohort before = view.before();
        Cohort now = view.now();
        Counts counts = new Counts(1L, now.pupils(), null);
        if (before == null) {
            return new Absent(view.obstacle(), counts);
        }
        double change = now.value() - before.value();
        Double half = half(before, now);
        if (!Double.isFinite(change) || (half != null && !Double.isFinite(half))) {
            return new Absent(TOO_LARGE, counts);
        }
        Value value = Value.of(change, counts);
        return half == null
                ? value.withCaution(NO_INTERVAL)
                : value.within(new Interval(half / NORMAL, change - half, change + half, LEVEL));
    }

    private static @Nullable Double half(Cohort before, Cohort now) {
        Double then = before.halfWidth();
        Double today = now.halfWidth();
        return then == null || today == null ? null : Double.valueOf(Math.hypot(then, today));
    }
}
