package org.junheng.impact;

import java.util.Locale;
import org.junheng.metric.Absent;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Normal;

/**
 * Detectability card (可检出效应): the smallest effect of joining that this design finds in four cases of five at 5 %.
 *
 * <p>{@code (z_.975 + z_.8) se}, se that of the overall effect. No effect below it may be worded as an improvement or a decline.
 *
 * <p>Absent without a standard error of both sides. Source: Bloom 1995.
 */
public record Detectability() implements ImpactReading {
    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.detectable",
                new Words("可检出的最小效应", "smallest effect that the design can show"),
                "(z_.975 + z_.8) x se of impact.effect = 2.8016 se: found with probability 80 % at 5 %, two-sided",
                "score",
                new Words("没有标准误时不评价", "absent without a standard error"),
                "definition; power 80 % by simulation");
    }

    @Override
    public boolean isToldOfCounties() {
        return true;
    }

    @Override
    public Outcome of(ImpactFit fit) {
        ImpactEstimate overall = fit.overall();
        Outcome effect = fit.outcome();
        Double se = overall.se();
        boolean unknown = fit.evidence()
                .overall()
                .filter(e -> FewClusters.of(e).haveError())
                .isEmpty();
        return effect instanceof Absent || se == null || unknown
                ? new Absent(overall.reason(), effect.counts())
                : Value.of((Normal.Z_975 + Normal.Z_80) * se, effect.counts());
    }

    @Override
    public Words sentence(ImpactFit fit, Outcome outcome) {
        if (outcome instanceof Value value) {
            String size = String.format(Locale.ROOT, "%.3g", value.value());
            return new Words(
                    "小于" + size + "的效应,本设计难以检出",
                    "effects smaller than " + size + " are likely to be missed by this design");
        }
        return Words.NONE;
    }
}
