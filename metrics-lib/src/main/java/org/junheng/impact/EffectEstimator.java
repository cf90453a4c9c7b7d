package org.junheng.impact;

/** How a change among schools that joined is held against that of the others, given their covariates. Without covariates all three agree. */
public enum EffectEstimator {
    /** Outcome regression: the change is predicted from the covariates by least squares on the comparison schools. */
    REG,
    /** Inverse probability: comparison schools weigh by their odds of joining, normalised; logit by maximum likelihood. */
    IPW,
    /** Doubly robust: both; right when either model is. */
    DR;

    boolean regresses() {
        return this != IPW;
    }

    boolean weighs() {
        return this != REG;
    }
}
