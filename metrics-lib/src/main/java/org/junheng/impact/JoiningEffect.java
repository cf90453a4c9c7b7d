package org.junheng.impact;

import java.util.List;
import org.junheng.metric.Definition;
import org.junheng.metric.Model;
import org.junheng.metric.Words;

/**
 * Effect of joining a cluster on the schools that joined (加入集群的成效).
 *
 * <p>For the schools that joined in one year (cohort) and every year: their mean change since the last year before, less that of comparison
 * schools (outcome regression, inverse probability or doubly robust), averaged by years since joining, cohort, year, and overall with the
 * cohorts' numbers of schools as weights (Callaway and Sant'Anna 2021). {@code se = sqrt(mean(psi^2) / n)}, psi the influence summed within
 * error clusters, the estimated weights included. In the unit of the outcome. {@link Timing} says which years are before.
 *
 * <p>A cell that cannot be computed (nobody to compare with, collinear covariates, no overlap) is absent with its reason, and averages go
 * on without it. The interval is normal from {@value FewClusters#MANY} error clusters on both sides, from random signs below; with fewer than
 * {@value FewClusters#LEAST} on a side there is none.
 */
public record JoiningEffect() implements Model<ImpactQuestion, ImpactFit> {
    @Override
    public Definition definition() {
        return new OverallEffect().definition();
    }

    @Override
    public ImpactFit fit(ImpactQuestion question) {
        SchoolPanel panel = SchoolPanel.of(question);
        List<GroupTime> effects = effects(panel, question, question.timing());
        List<Averages.Average> rows = new Averages(panel, effects).all();
        boolean none = effects.stream().allMatch(e -> e.effect().isEmpty());
        Words refusal = none ? rows.get(rows.size() - 1).reason() : Words.NONE;
        return new ImpactFit(
                new Intervals(rows, question.seed()).estimates(),
                refusal,
                new ImpactEvidence(question, panel, stepwise(panel, question, effects)));
    }

    /** What is read off the years before is read off their changes from year to year. */
    private static List<GroupTime> stepwise(SchoolPanel panel, ImpactQuestion question, List<GroupTime> effects) {
        return question.timing().basePeriod() == BasePeriod.VARYING
                ? effects
                : effects(panel, question, question.timing().fromYearToYear());
    }

    private static List<GroupTime> effects(SchoolPanel panel, ImpactQuestion question, Timing timing) {
        return GroupTime.all(panel, timing, question.comparison(), question.estimator());
    }
}
