package org.junheng.stats;

import org.junheng.metric.Words;

/** A fitted mixed model, or why it cannot be fitted. */
public sealed interface MixedModel permits RandomIntercept, MixedEffects, MixedModel.NotFitted {

    /** The data do not determine the model. */
    record NotFitted(Words reason) implements MixedModel {}
}
