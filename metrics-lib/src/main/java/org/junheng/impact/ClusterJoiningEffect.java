package org.junheng.impact;

import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;

/**
 * Effect of joining on the schools of one cluster (单个集群的加入成效), see {@link ClusterEffects}. Absent when none of its schools has a before
 * and an after and somebody to compare with; without an interval when errors are shared within clusters or counties.
 *
 * <p>Clause: YN-D3.
 */
public record ClusterJoiningEffect() implements Composite<ClusterEffect> {
    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.cluster_effect",
                new Words("单个集群的加入成效", "effect of joining one cluster"),
                "mean over the cluster's schools and the years since they joined of their change less that of the comparison schools; ci = value"
                        + " +- 95 % point of |placebo| over 999 draws of never-joiners, only where cluster_errors_by is school_code",
                "score",
                new Words("没有可用的前后数据时不评价", "absent without a usable before and after"),
                "definition; error rates by simulation");
    }

    @Override
    public Outcome of(ClusterEffect effect) {
        return effect.effect();
    }
}
