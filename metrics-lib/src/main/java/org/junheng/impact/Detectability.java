package org.junheng.impact;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.junheng.metric.Absent;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Normal;

/**
 * Detectability card (可检出效应): the smallest effect of joining that this design finds in four cases of five at 5 %.
 *
 * <p>{@code (z_.975 + z_.8) se}, se that of the overall effect; with G error clusters on the smaller side, below 50, {@code (t_.975 + t_.8) se}, both
 * points with G - 1 degrees. No effect below it may be worded as an improvement or a decline.
 *
 * <p>Absent without a standard error of both sides. Source: Bloom 1995.
 *
 * <p>Clause: YN-D3.
 */
public record Detectability() implements ImpactReading {
    @Override
    public Definition definition() {
        return ImpactReading.define(
                "2",
                "impact.detectable",
                new Words("可检出的最小效应", "smallest effect that the design can show"),
                "(z_.975 + z_.8) x se of impact.effect = 2.8016 se: found with probability 80 % at 5 %, two-sided; below 50 error clusters on a"
                        + " side points of t with one degree less than clusters on the smaller side",
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
        Optional<FewClusters> sides =
                fit.evidence().overall().map(Effect::sides).filter(FewClusters::haveError);
        return effect instanceof Absent || se == null || sides.isEmpty()
                ? new Absent(overall.reason(), effect.counts())
                : Value.of(points(sides.get()) * se, effect.counts());
    }

    private static double points(FewClusters sides) {
        if (sides.areMany()) {
            return Normal.Z_975 + Normal.Z_80;
        }
        TDistribution t = new TDistribution(null, sides.fewer() - 1.0);
        return t.inverseCumulativeProbability(0.975) + t.inverseCumulativeProbability(0.8);
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
