package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import org.junheng.jobs.table.ImpactEstimates;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.ModelFits;
import org.junheng.metric.Words;

/**
 * What models say, as rows of the published tables.
 *
 * @param reasons what is told while a run goes on: which model and subject has no result, and why; the smallest effect that a design can show
 */
public record Modelled(
        List<Measures> measures, List<ModelFits> fits, List<ImpactEstimates> impactEstimates, List<Words> reasons) {
    public static final Modelled NOTHING = new Modelled(List.of(), List.of(), List.of());

    public Modelled {
        measures = List.copyOf(measures);
        fits = List.copyOf(fits);
        impactEstimates = List.copyOf(impactEstimates);
        reasons = List.copyOf(reasons);
    }

    public Modelled(List<Measures> measures, List<ModelFits> fits, List<Words> reasons) {
        this(measures, fits, List.of(), reasons);
    }

    /** What these models and others say, these first. */
    public Modelled and(Modelled others) {
        return new Modelled(
                joined(measures, others.measures),
                joined(fits, others.fits),
                joined(impactEstimates, others.impactEstimates),
                joined(reasons, others.reasons));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
