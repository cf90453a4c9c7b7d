package org.junheng.stats;

import org.junheng.metric.Words;

/** A fitted random-intercept model, or why it cannot be fitted. */
public sealed interface MixedModel permits RandomIntercept, MixedModel.NotFitted {

    /** The data do not determine the model. */
    record NotFitted(Words reason) implements MixedModel {}
}
