package org.junheng.impact;

import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;

/**
 * q-value of a cluster's effect (错误发现率q值) among the clusters of the same outcome (Benjamini and Hochberg 1995): of the clusters with q of at
 * most 0.05 no more than 5 % are expected to have no effect.
 *
 * <p>Absent where the cluster's effect has no p-value.
 *
 * <p>Clause: YN-D3.
 */
public record ClusterDiscovery() implements Composite<ClusterEffect> {
    static final double RATE = 0.05;

    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.cluster_q",
                new Words("集群成效的错误发现率q值", "false discovery q-value of a cluster's effect"),
                "Benjamini-Hochberg: min over larger p of p m / rank, m clusters of the outcome",
                "probability",
                new Words("没有p值时不评价", "absent without a p-value"),
                "Benjamini and Hochberg 1995, their example of 15 p-values");
    }

    @Override
    public Outcome of(ClusterEffect effect) {
        return effect.discovery();
    }

    /** Whether the cluster is named. */
    public Words sentence(Outcome outcome) {
        if (!(outcome instanceof Value q)) {
            return Words.NONE;
        }
        return q.value() <= RATE
                ? new Words("错误发现率5%下有变化", "told from chance at a false discovery rate of 5 %")
                : new Words("错误发现率5%下不能断定", "not told from chance at a false discovery rate of 5 %");
    }
}
