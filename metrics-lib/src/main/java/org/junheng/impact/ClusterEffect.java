package org.junheng.impact;

import org.junheng.metric.Outcome;

/**
 * What joining did to the schools of one cluster.
 *
 * @param effect with its interval where schools are independent
 * @param discovery the Benjamini-Hochberg q-value among the clusters of the outcome
 */
public record ClusterEffect(String cluster, Outcome effect, Outcome discovery) {}
