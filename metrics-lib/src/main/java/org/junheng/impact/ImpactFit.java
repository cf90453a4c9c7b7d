package org.junheng.impact;

import java.util.List;
import org.junheng.metric.Words;

/**
 * What joining did to one outcome.
 *
 * @param estimates group-time effects and their averages
 * @param refusal why there is no effect at all; {@link Words#NONE} when there is one
 */
public record ImpactFit(List<ImpactEstimate> estimates, Words refusal) {
    public ImpactFit {
        estimates = List.copyOf(estimates);
    }

    /** The average over everything since joining. */
    public ImpactEstimate overall() {
        return estimates.get(estimates.size() - 1);
    }
}
