package org.junheng.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junheng.impact.ImpactEstimate.Span;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Normal;

/**
 * Breakdown value (结论失效倍数): by how many times the largest yearly parting of trends that the years before allow, trends may part in each
 * year after joining before the interval of the overall effect holds 0 (relative magnitudes, Rambachan and Roth 2023).
 *
 * <p>{@code (|effect| - h) / (s m)}: h the half-width of the effect towards 0 and m the largest |effect| + half-width of a year before joining,
 * both at the critical value that holds for all of them at once; s the mean number of years since the last one before joining. The interval
 * behind it adds {@code M s m} on both sides, so it is never narrower than the ordinary one; it covers at least 95 %, being a projection.
 *
 * <p>0 when the ordinary interval at this critical value holds 0. Absent without an interval or without effects before joining.
 *
 * <p>Clause: YN-D3.
 */
public record Breakdown() implements ImpactReading {
    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.breakdown",
                new Words("结论失效倍数(相对幅度,投影法,偏保守)", "breakdown value (relative magnitudes, by projection: conservative)"),
                "(|effect| - h) / (s m), at least 0: h half-width of the effect, m largest |effect| + half-width of a year before joining (one"
                        + " critical value for all), s mean number of yearly steps since the last year before joining",
                "times",
                new Words("没有区间或没有加入前的效应时不评价", "absent without an interval or without effects before joining"),
                "definition (relative magnitudes of Rambachan and Roth 2023, by projection)");
    }

    @Override
    public Outcome of(ImpactFit fit) {
        Counts counts = fit.outcome().counts();
        Span interval = fit.overall().interval();
        Optional<Effect> overall = fit.evidence().overall();
        if (interval == null || overall.isEmpty()) {
            return new Absent(fit.overall().reason(), counts);
        }
        List<Effect> before = fit.evidence().eventsBefore();
        if (before.isEmpty()) {
            return new Absent("没有加入前的变化可作比照", "no change before joining to compare with", counts);
        }
        List<Effect> all = new ArrayList<>(before);
        all.add(overall.get());
        double critical = fit.evidence().critical(all);
        double effect = overall.get().value();
        double half = critical / Normal.Z_975 * (effect > 0 ? effect - interval.low() : interval.high() - effect);
        double most = 0;
        for (Effect e : before) {
            most = Math.max(most, Math.abs(e.value()) + critical * e.se());
        }
        double left = Math.abs(effect) - half;
        return Value.of(left <= 0 ? 0 : left / (fit.evidence().stepsSinceBase() * most), counts);
    }

    @Override
    public Words sentence(ImpactFit fit, Outcome outcome) {
        if (!(outcome instanceof Value value)) {
            return Words.NONE;
        }
        String times = String.format(Locale.ROOT, "%.2f", value.value());
        return value.value() == 0
                ? new Words("即使趋势完全平行,也不能断定有效应", "even with parallel trends no effect can be told")
                : new Words(
                        "只要加入后每年趋势的偏离不超过加入前最大可能偏离的" + times + "倍,效应的方向就成立",
                        "the direction of the effect stands as long as trends part, in each year after joining, by no more than "
                                + times + " times the most that the years before allow");
    }
}
