package org.junheng.jobs.stage;

import org.junheng.jobs.config.Evaluation;

/** Every model that an evaluation asks for, one line each. A kind of model without a block costs nothing. */
public final class Models {
    private Models() {}

    /** @param tables the checked tables by name; one that was not delivered is empty */
    public static Modelled of(Tables tables, Evaluation evaluation) {
        Modelled ofSchools = ValueAdded.of(tables, evaluation.valueAdded()).and(Growth.of(tables, evaluation.growth()));
        return ofSchools.and(Impact.of(
                tables,
                evaluation.years(),
                evaluation.impact(),
                evaluation.disclosure(),
                evaluation.seed(),
                ofSchools));
    }
}
