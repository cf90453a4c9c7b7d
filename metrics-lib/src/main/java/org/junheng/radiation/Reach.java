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

/**
 * How many members the activities of a cluster reach and how often (辐射广度与深度).
 *
 * <p>Breadth: members that took part in any activity of the year / members. Depth: takings-part of members / members that took part. Intensity:
 * takings-part / members, which is breadth x depth. An activity between two members is two takings-part.
 *
 * <p>Absent when the cluster has no lead or no member; depth also when nobody was reached.
 *
 * <p>Source: Yunnan guideline 2024, dimension 3: per member, so that a large lead is not favoured (proposal).
 *
 * <p>Clause: YN-D3.
 */
public record Reach(Aspect aspect) implements Metric<ActivityView> {
    private static final Words NOBODY = new Words("没有成员学校参加活动", "no member took part in an activity");

    /** Which side of it. */
    public enum Aspect {
        BREADTH("成员学校活动覆盖面", "share of members reached", "members that took part / members", "ratio"),
        DEPTH("受益成员学校平均活动次数", "activities per reached member", "takings-part / members that took part", "activities"),
        INTENSITY("成员学校平均活动次数", "activities per member", "takings-part / members (breadth x depth)", "activities");

        private final Words name;
        private final String formula;
        private final String unit;

        Aspect(String zh, String en, String formula, String unit) {
            this.name = new Words(zh, en);
            this.formula = formula;
            this.unit = unit;
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "radiation." + aspect.name().toLowerCase(java.util.Locale.ROOT),
                aspect.name,
                aspect.formula,
                "1",
                aspect.unit,
                Better.HIGHER,
                List.of("YN-D3"),
                List.of(
                        "activities.kind",
                        "activities.to_school_code|activities.from_school_code",
                        "memberships.cluster_id"),
                new Words("没有牵头或成员学校时不评价", "absent without lead or member"),
                "independent recomputation over the sample");
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
        long reached = view.reached().size();
        long sent = view.only(view::isFromMember).size();
        long received = view.only(view::isToMember).size();
        long parts = sent + received;
        long members = view.members().size();
        return Share.of(
                1,
                BigDecimal.valueOf(aspect == Aspect.BREADTH ? reached : parts),
                BigDecimal.valueOf(aspect == Aspect.DEPTH ? reached : members),
                counts,
                NOBODY,
                Words.NONE);
    }
}
