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
import org.junheng.subject.ActivityKind;

/**
 * Share of the members that sent a manager for at least a week (成员学校派出管理干部跟岗比例), in a semester or in the year.
 *
 * <p>{@code members with a secondment of a manager of 5 days or more / members}; five school days are a week.
 *
 * <p>Absent when the cluster has no lead or no member.
 *
 * <p>Source: alliance plan of Xinjiang: every member sends one middle manager each semester for a week or longer (S003-03).
 *
 * <p>Clause: S003-03.
 */
public record ManagersSent() implements Metric<ActivityView> {
    private static final double WEEK = 5;

    @Override
    public Definition definition() {
        return new Definition(
                "radiation.members_sending_managers",
                new Words("成员学校派出管理干部跟岗比例", "share of members that sent a manager for a week"),
                "members with a MANAGER_SECONDMENT of 5 days or more / members",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("S003-03"),
                List.of("activities.kind", "activities.days", "activities.from_school_code", "memberships.cluster_id"),
                new Words("没有牵头或成员学校时不评价", "absent without lead or member"),
                "hand example");
    }

    @Override
    public Class<ActivityView> view() {
        return ActivityView.class;
    }

    @Override
    public Outcome of(ActivityView view) {
        Counts counts = Counts.ofSchools(view.leads().size() + view.members().size());
        if (!view.isWhole()) {
            return new Absent(PassedOn.NO_CLUSTER, counts);
        }
        long sending = view.only(a -> a.kind() == ActivityKind.MANAGER_SECONDMENT && view.isFromMember(a)).stream()
                .filter(a -> a.days() != null && a.days() >= WEEK && (a.quantity() == null || a.quantity() >= 1))
                .map(Activity::from)
                .distinct()
                .count();
        return Share.of(
                1,
                BigDecimal.valueOf(sending),
                BigDecimal.valueOf(view.members().size()),
                counts,
                PassedOn.NO_CLUSTER,
                Words.NONE);
    }
}
