package org.junheng.impact;

import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;

/**
 * q-value of a county's effect (县域成效的错误发现率q值) among the counties of the same outcome, as {@link ClusterDiscovery}. Absent where the county's
 * effect has no p-value.
 *
 * <p>Clause: YN-D3.
 */
public record CountyDiscovery() implements Composite<CountyEffect> {
    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.county_q",
                new Words("县域成效的错误发现率q值", "false discovery q-value of a county's effect"),
                "Benjamini-Hochberg: min over larger p of p m / rank, m counties of the outcome",
                "probability",
                new Words("没有p值时不评价", "absent without a p-value"),
                "Benjamini and Hochberg 1995, their example of 15 p-values");
    }

    @Override
    public Outcome of(CountyEffect effect) {
        return effect.discovery();
    }
}
