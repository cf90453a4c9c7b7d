package org.junheng.impact;

import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;

/**
 * Effect of joining against clean comparisons (洁净对照的加入成效): never-joiners in townships where nobody joined, whom no spillover of the same
 * township can reach. Absent when there are none.
 *
 * <p>Clause: YN-D3.
 */
public record CleanEffect() implements Composite<Rings> {
    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.effect_clean",
                new Words("加入集群的成效(洁净对照)", "effect of joining, clean comparisons"),
                "impact.effect with never-joiners of townships in which nobody joined as the only comparison",
                "score",
                new Words("没有这样的对照学校时不评价", "absent when there is no such comparison school"),
                "as impact.effect");
    }

    @Override
    public Outcome of(Rings rings) {
        return rings.clean().outcome();
    }
}
