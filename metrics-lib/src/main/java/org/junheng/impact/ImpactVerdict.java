package org.junheng.impact;

import java.util.Locale;
import org.junheng.impact.ImpactEstimate.Span;
import org.junheng.metric.Absent;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;

/**
 * What may be said of joining (成效结论): +1 raised, -1 lowered, 0 cannot be told.
 *
 * <p>Raised or lowered only when the 95 % interval excludes 0, the effect is at least what the design can show ({@link Detectability}), and the
 * test of the years before does not reject at 5 %; of a county, when it is also told from chance among all counties ({@link CountyDiscovery}).
 * The outcome itself decides whether raising it is better.
 *
 * <p>Absent where the effect is.
 *
 * <p>Clause: YN-D3.
 */
public record ImpactVerdict() implements ImpactReading {
    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.verdict",
                new Words("加入成效结论", "what may be said of joining"),
                "+1 or -1 when ci excludes 0 and |effect| >= impact.detectable and not impact.pretrend_p < 0.05, else 0: cannot be told",
                "verdict",
                new Words("没有效应估计时不评价", "absent where there is no effect"),
                "definition");
    }

    @Override
    public boolean isToldOfCounties() {
        return true;
    }

    @Override
    public Outcome of(ImpactFit fit) {
        return of(fit, obstacle(fit));
    }

    /** Of a county among the others. */
    public Outcome of(CountyEffect county) {
        return of(county.fit(), obstacle(county));
    }

    private static Outcome of(ImpactFit fit, Words obstacle) {
        if (fit.outcome() instanceof Value value) {
            return Value.of(obstacle.equals(Words.NONE) ? Math.signum(value.value()) : 0, value.counts());
        }
        return fit.outcome();
    }

    @Override
    public Words sentence(ImpactFit fit, Outcome outcome) {
        return sentence(obstacle(fit), outcome);
    }

    /** Of a county among the others. */
    public Words sentence(CountyEffect county, Outcome outcome) {
        return sentence(obstacle(county), outcome);
    }

    private static Words sentence(Words obstacle, Outcome outcome) {
        if (outcome instanceof Absent) {
            return Words.NONE;
        }
        if (!obstacle.equals(Words.NONE)) {
            return new Words("不能断定:" + obstacle.zh(), "cannot be told: " + obstacle.en());
        }
        return ((Value) outcome).value() > 0
                ? new Words("加入使该结果上升", "joining raised the outcome")
                : new Words("加入使该结果下降", "joining lowered the outcome");
    }

    private static Words obstacle(CountyEffect county) {
        Words own = obstacle(county.fit());
        return own.equals(Words.NONE) && county.discovery() instanceof Value q && q.value() > ClusterDiscovery.RATE
                ? new Words("与其他县一并检验后不能排除偶然", "among all counties it is not told from chance")
                : own;
    }

    /** Why no effect may be claimed; {@link Words#NONE} when it may. */
    static Words obstacle(ImpactFit fit) {
        Span interval = fit.overall().interval();
        if (interval == null) {
            return fit.overall().reason();
        }
        if (!interval.excludesZero()) {
            return new Words("区间含0", "the interval holds 0");
        }
        if (new Detectability().of(fit) instanceof Value least
                && fit.outcome() instanceof Value effect
                && Math.abs(effect.value()) < least.value()) {
            String size = String.format(Locale.ROOT, "%.3g", least.value());
            return new Words(
                    "效应小于本设计可检出的" + size, "the effect is smaller than the " + size + " that this design can show");
        }
        return new PretrendTest().of(fit) instanceof Value p && p.value() < PretrendTest.LEVEL
                ? new Words("加入前两组学校的变化已不相同", "the groups changed differently before joining already")
                : Words.NONE;
    }
}
