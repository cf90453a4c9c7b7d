package org.junheng.gap;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SubjectType;

/**
 * Whether the distance of a cluster's members from their lead narrowed (集群内差距是否缩小): -1 narrowed, +1 widened, 0 cannot be told.
 *
 * <p>One lead tells nothing of how leads vary: it is taken to vary from year to year as the members do. With changes {@code d} of the {@code m} members of
 * both years, weighted by their pupils {@code w} at the baseline, {@code s^2 = m/(m-1) sum(w (d - D)^2) / sum(w)} and the interval of the change is
 * {@code change +- t_(m-1) s sqrt(1 + sum(w^2) / sum(w)^2)}; told when it excludes 0.
 *
 * <p>Cannot be told, with the reason, below {@value #LEAST} members of both years, and where the lead was not ahead at the baseline. Absent without a lead and a
 * member in either year.
 *
 * <p>Source: prediction interval; error rate by simulation.
 *
 * <p>Clause: YN-D2.
 */
public record LeadMemberVerdict() implements Metric<ChangeView> {
    private static final int LEAST = 3;
    private static final double TAIL = 0.025;
    private static final Words FEW = new Words(
            "不能判定:两年均有数据的成员校不足" + LEAST + "所",
            "cannot be told: fewer than " + LEAST + " members have figures in both years");
    private static final Words BEHIND =
            new Words("不能判定:基准年牵头校并不领先", "cannot be told: the lead was not ahead at the baseline");
    private static final Words VARY =
            new Words("不能判定:变化未超出校际变异(区间含0)", "cannot be told: no more than schools vary (the interval holds 0)");
    private static final Words NO_PAIR =
            new Words("缺少牵头学校或成员学校的数据", "the lead or every member has no value with pupils");

    @Override
    public Definition definition() {
        return new Definition(
                "gap_change.lead_member_verdict",
                new Words("集群内差距是否缩小", "did the distance of members from their lead narrow"),
                "-1 when change +- t s sqrt(1 + sum(w^2)/sum(w)^2) lies below 0, +1 above, else 0: cannot be told; s the weighted standard deviation of"
                        + " the members' changes",
                "1",
                "verdict",
                Better.LOWER,
                List.of("YN-D2"),
                List.of("memberships.role"),
                new Words("任一年缺牵头校或成员校时不评价", "absent without a lead and a member in either year"),
                "definition; error rate by simulation");
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
        if (!change.isDefined()) {
            return Gaps.absent(NO_PAIR, view.now());
        }
        List<SchoolFigure[]> staying = change.staying();
        Value undecided = Value.of(0, Gaps.counts(view.now()));
        if (staying.size() < LEAST) {
            return undecided.withCaution(FEW);
        } else if (!(change.gapBefore() > 0)) {
            return undecided.withCaution(BEHIND);
        }
        double reach = reach(staying);
        if (!Double.isFinite(change.change() + reach)) {
            return Outcome.nearest(change.change() + reach, Gaps.counts(view.now()));
        }
        return Math.abs(change.change()) > reach
                ? Value.of(Math.signum(change.change()), Gaps.counts(view.now()))
                : undecided.withCaution(VARY);
    }

    private static double reach(List<SchoolFigure[]> staying) {
        double pupils = 0;
        double squares = 0;
        double sum = 0;
        for (SchoolFigure[] both : staying) {
            pupils += both[0].w();
            squares += both[0].w() * both[0].w();
            sum += both[0].w() * moved(both);
        }
        double off = 0;
        for (SchoolFigure[] both : staying) {
            off += both[0].w() * (moved(both) - sum / pupils) * (moved(both) - sum / pupils);
        }
        int m = staying.size();
        double s = Math.sqrt(off / pupils * m / (m - 1));
        double t = new TDistribution(null, m - 1.0).inverseCumulativeProbability(1 - TAIL);
        return t * s * Math.sqrt(1 + squares / (pupils * pupils));
    }

    private static double moved(SchoolFigure[] both) {
        return both[1].nearest() - both[0].nearest();
    }
}
