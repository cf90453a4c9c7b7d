package org.junheng.stats;

/** How the variances of a mixed model are estimated: restricted or full maximum likelihood. */
public enum Estimator {
    REML,
    ML
}
