package org.junheng.metric;

/** Outcomes in, one outcome out. */
public non-sealed interface Composite<I> extends Entry {
    Outcome of(I outcomes);
}
