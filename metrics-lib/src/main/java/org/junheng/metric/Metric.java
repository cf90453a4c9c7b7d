package org.junheng.metric;

/** One view in, one outcome out. */
public non-sealed interface Metric<V> extends Entry {
    /** The view it reads. */
    Class<V> view();

    Outcome of(V view);
}
