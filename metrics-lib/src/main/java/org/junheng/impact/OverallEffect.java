package org.junheng.impact;

import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;

/**
 * The overall average of {@link JoiningEffect} as one number (加入集群的成效). Absent where every group-time effect is.
 *
 * <p>Clause: YN-D3.
 */
public record OverallEffect() implements ImpactReading {
    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.effect",
                new Words("加入集群的成效", "effect of joining a cluster"),
                "row overall of impact_estimates: group-time effects since joining, weighted by the schools of their cohorts; group-time effect"
                        + " = mean change of the schools that joined since the last year before, less that of the comparison schools (reg,"
                        + " ipw or dr); se = sqrt(mean(psi^2)/n) with psi summed within error clusters; ci = value +- 1.96 se from 50 error"
                        + " clusters on both sides, else from a wild cluster bootstrap with random signs (999 draws); none below 6 on a"
                        + " side",
                "score",
                new Words(
                        "无法计算的分组年度效应缺失并说明原因;一侧独立单位少于6个时不给区间",
                        "group-time effects that cannot be computed are absent with their reason; no interval below 6 independent units"
                                + " on a side"),
                "mpdta (500 US counties, 12 designs) by did 2.1.2 and DRDID 1.2.3");
    }

    @Override
    public boolean isToldOfCounties() {
        return true;
    }

    @Override
    public Outcome of(ImpactFit fit) {
        return fit.outcome();
    }

    /** How the interval was found, where it is not the normal one. */
    @Override
    public Words sentence(ImpactFit fit, Outcome outcome) {
        return fit.overall().reason();
    }
}
