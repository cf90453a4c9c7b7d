package org.junheng.impact;

import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;

/**
 * Effect of leading a cluster on the lead school itself (牵头对牵头学校自身的影响): the same model with the other role as treatment. Schools that
 * are members at some time are in neither group. Absent when no lead school has a before and an after.
 *
 * <p>Clause: YN-D3.
 */
public record LeadEffect() implements Composite<BothSides> {
    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.lead_effect",
                new Words("牵头对牵头学校自身的影响", "effect of leading on the lead schools"),
                "impact.effect with the other role (LEAD where the block says MEMBER) as treatment; schools with the block's own role at some"
                        + " time are left out",
                "score",
                new Words("没有牵头学校有前后数据时不评价", "absent when no lead school has a before and an after"),
                "as impact.effect");
    }

    @Override
    public Outcome of(BothSides sides) {
        return sides.leads().outcome();
    }
}
