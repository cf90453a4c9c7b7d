package org.junheng.gap;

import java.util.List;
import java.util.Locale;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SubjectType;

/**
 * What of the change of the distance between a cluster's lead and its members is due to one cause (集群内差距变化的成因): the lead itself, the members that stay
 * (figures and pupils), schools that joined, schools that left.
 *
 * <p>The lead's change stands for itself; the three causes of the members' mean are Shapley values over the eight mixtures of what has and has not happened. The
 * four add up to {@code gap_change.lead_member}.
 *
 * <p>Absent where no member is there in both years, or the gap of either year is absent.
 *
 * <p>Source: Shapley 1953; Shorrocks 2013.
 *
 * <p>Clause: YN-D2.
 */
public record LeadMemberCause(Cause cause) implements Metric<ChangeView> {
    private static final Words NOBODY_STAYS = new Words("没有两年均有数据的成员校,无法分解", "no member is there in both years");
    private static final boolean[] BOTH = {false, true};

    /** What may have changed the distance. */
    public enum Cause {
        LEAD("牵头校自身", "the lead itself"),
        MEMBERS("原有成员校", "the members that stay"),
        JOINS("加入的学校", "schools that joined"),
        LEAVES("离开的学校", "schools that left");

        private final Words words;

        Cause(String zh, String en) {
            this.words = new Words(zh, en);
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "gap_change.lead_member_from_" + cause.name().toLowerCase(Locale.ROOT),
                new Words(
                        "集群内差距变化:" + cause.words.zh(),
                        "change of the distance between lead and members from " + cause.words.en()),
                cause == Cause.LEAD
                        ? "change of the lead's figure"
                        : "less the Shapley value of the cause in the change of the members' mean; with the lead's they add up to"
                                + " gap_change.lead_member",
                "1",
                "as facet",
                Better.NONE,
                List.of("YN-D2"),
                List.of("memberships.role"),
                new Words("没有两年均在的成员校时不评价", "absent where no member is there in both years"),
                "hand example; adds up");
    }

    @Override
    public Class<ChangeView> view() {
        return ChangeView.class;
    }

    @Override
    public String facetSuffix() {
        return Comparison.LEAD_MEMBER.suffix();
    }

    @Override
    public boolean appliesTo(ChangeView view) {
        return view.now().subjectType() == SubjectType.CLUSTER;
    }

    @Override
    public Outcome of(ChangeView view) {
        LeadMemberChange change = new LeadMemberChange(view);
        if (!change.isDefined() || change.staying().isEmpty()) {
            return Gaps.absent(NOBODY_STAYS, view.now());
        }
        double worth = cause == Cause.LEAD ? change.leads() : -ofMembers(change);
        return Outcome.nearest(worth + 0.0, Gaps.counts(view.now()));
    }

    /** The mean of what the cause adds: before both others, between them in either order, after both, by thirds and sixths. */
    private double ofMembers(LeadMemberChange change) {
        double worth = 0;
        for (boolean one : BOTH) {
            for (boolean two : BOTH) {
                double share = one == two ? 1 / 3.0 : 1 / 6.0;
                worth += share * (mixed(change, true, one, two) - mixed(change, false, one, two));
            }
        }
        return worth;
    }

    private double mixed(LeadMemberChange change, boolean own, boolean one, boolean two) {
        return switch (cause) {
            case JOINS -> change.members(one, own, two);
            case LEAVES -> change.members(one, two, own);
            default -> change.members(own, one, two);
        };
    }
}
