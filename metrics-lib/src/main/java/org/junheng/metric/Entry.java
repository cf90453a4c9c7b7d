package org.junheng.metric;

/** An entry of the catalogue: a metric, a model or a composite, and no other kind. */
public sealed interface Entry permits Metric, Model, Composite {
    Definition definition();
}
