package org.junheng.radiation;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;

/**
 * Whether a cluster does anything at all in a year (实际开展活动信号): teachers who rotated, exchanges, joint activities and shared courses together.
 *
 * <p>{@code rotated teachers of its schools + activities of exchange, joint research, synchronised lessons and shared courses}. It is a signal and no
 * measure of work: only 0 says something, that a name was lent and nothing else.
 *
 * <p>Absent when the cluster has no lead or no member, and when nothing is known to have happened while a school does not report its rotated teachers.
 *
 * <p>Source: Yunnan guideline 2024: no mere output of a brand (YN-14, an indirect signal).
 *
 * <p>Clause: YN-14.
 */
public record SignsOfWork() implements Metric<ActivityView> {
    private static final Words NOT_SURE =
            new Words("未见活动,但有学校未填交流轮岗教师数", "no activity, but a school does not report its rotated teachers");

    @Override
    public Definition definition() {
        return new Definition(
                "radiation.signs_of_work",
                new Words("集群实际开展活动信号", "signs that a cluster works at all"),
                "rotated teachers + activities of exchange, joint research, synchronised lessons and shared courses",
                "1",
                "events",
                Better.HIGHER,
                List.of("YN-14"),
                List.of("activities.kind", "memberships.cluster_id"),
                new Words("没有牵头或成员学校时不评价;未填而无法确定为零时不评价", "absent without lead or member, and where zero is not sure"),
                "hand example");
    }

    @Override
    public Class<ActivityView> view() {
        return ActivityView.class;
    }

    @Override
    public boolean appliesTo(ActivityView view) {
        return view.isOfYear();
    }

    @Override
    public Outcome of(ActivityView view) {
        Counts counts = Counts.ofSchools(view.leads().size() + view.members().size());
        if (!view.isWhole()) {
            return new Absent(PassedOn.NO_CLUSTER, counts);
        }
        long activities =
                view.only(a -> a.kind().isExchange() || a.kind().isOfSubject()).size();
        if (view.rotated() == null && activities == 0) {
            return new Absent(NOT_SURE, counts);
        }
        BigDecimal rotated = view.rotated() == null ? BigDecimal.ZERO : Decimals.of(view.rotated());
        return Share.total(rotated.add(BigDecimal.valueOf(activities)), counts, Words.NONE);
    }
}
