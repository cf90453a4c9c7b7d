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
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.radiation.PassedOn.Per;
import org.junheng.stats.Decimals;

/**
 * How much of its teachers the lead sends (牵头学校派出教师比例), or how many of those sent are backbone teachers.
 *
 * <p>{@code teachers sent by the lead / its teachers eligible for rotation}; {@code backbone teachers sent / teachers sent}.
 *
 * <p>Absent when a part is not reported, nobody is eligible, or nobody was sent.
 *
 * <p>Source: Yunnan guideline 2024, dimension 3 (proposal).
 *
 * <p>Clause: YN-D3.
 */
public record SentShare(Of of) implements Metric<ActivityView> {
    private static final Words NOBODY = new Words("没有符合交流条件的教师或没有派出教师", "no teacher is eligible, or none was sent");
    private static final Words NOT_REPORTED =
            new Words("牵头学校未填符合交流条件的教师数", "the lead does not report its eligible teachers");

    /** Of what it is a share. */
    public enum Of {
        ELIGIBLE,
        SENT
    }

    @Override
    public Definition definition() {
        boolean eligible = of == Of.ELIGIBLE;
        return new Definition(
                eligible ? "radiation.sent_share" : "radiation.sent_backbone_share",
                eligible
                        ? new Words("牵头学校派出教师比例", "teachers sent by the lead, of those eligible")
                        : new Words("派出教师中骨干教师比例", "backbone teachers among those sent by the lead"),
                eligible
                        ? "teachers sent by the lead / its teachers eligible for rotation"
                        : "backbone teachers sent / teachers sent",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-D3"),
                eligible
                        ? List.of("activities.kind", "activities.quantity", "staff.rotation_eligible_teachers")
                        : List.of("activities.kind", "activities.quantity"),
                new Words("分母为0或未填时不评价", "absent when the denominator is 0 or not reported"),
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
        Outcome sent = new PassedOn(Passed.TEACHERS_SENT, Per.CLUSTER).of(view);
        Outcome backbone = new PassedOn(Passed.BACKBONE_SENT, Per.CLUSTER).of(view);
        if (!(sent instanceof Value all)) {
            return sent;
        } else if (of == Of.ELIGIBLE) {
            Counts counts = sent.counts();
            return view.eligible() == null
                    ? new Absent(NOT_REPORTED, counts)
                    : share(all, Decimals.of(view.eligible()), counts);
        }
        return backbone instanceof Value part ? share(part, Decimals.of(all.value()), sent.counts()) : backbone;
    }

    private static Outcome share(Value part, BigDecimal whole, Counts counts) {
        return Share.of(1, Decimals.of(part.value()), whole, counts, NOBODY, part.caution());
    }
}
