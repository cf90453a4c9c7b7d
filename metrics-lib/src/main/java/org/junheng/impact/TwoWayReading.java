package org.junheng.impact;

import java.util.Optional;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Normal;
import org.junheng.stats.TwoWayFixedEffects;

/**
 * Two-way fixed effects (双向固定效应), as others would report: the coefficient of having joined, with effects of schools and of years.
 *
 * <p>For comparison only: where schools join at different times and effects grow, earlier joiners serve as a comparison and the coefficient
 * may even have the wrong sign (Goodman-Bacon 2021).
 *
 * <p>Absent when nobody joins or nobody is left to compare with.
 *
 * <p>Clause: YN-D3.
 */
public record TwoWayReading() implements ImpactReading {
    private static final double LEVEL = 0.95;

    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.two_way_fixed_effects",
                new Words("双向固定效应估计", "two-way fixed effects estimate"),
                "coefficient of having joined in y = school + year + joined; cluster-robust se x sqrt(G/(G-1) (N-1)/(N-K)); ci = value +- 1.96 se"
                        + " from 50 error clusters that joined, else none",
                "score",
                new Words("没有学校加入或没有可比学校时不评价", "absent when nobody joins or nobody is left to compare with"),
                "fixest 0.12.2 on base_did and mpdta");
    }

    @Override
    public Outcome of(ImpactFit fit) {
        SchoolPanel panel = fit.evidence().panel();
        Counts counts = fit.outcome().counts();
        Optional<TwoWayFixedEffects> fitted = fit(panel);
        Optional<Effect> overall = fit.evidence().overall();
        if (fitted.isEmpty() || overall.isEmpty()) {
            return new Absent("没有学校加入,或没有可比的学校", "nobody joins, or nobody is left to compare with", counts);
        }
        double value = fitted.get().coefficient(0);
        double se = fitted.get().standardError(0);
        Value found = Value.of(value, counts);
        return overall.get().sides().areMany()
                ? found.within(new Interval(se, value - Normal.Z_975 * se, value + Normal.Z_975 * se, LEVEL))
                : found;
    }

    @Override
    public Words sentence(ImpactFit fit, Outcome outcome) {
        return outcome instanceof Value
                ? new Words(
                        "仅供对照:各校加入时间不同时此估计可能有偏", "for comparison only: biased where schools join at different times")
                : Words.NONE;
    }

    private static Optional<TwoWayFixedEffects> fit(SchoolPanel panel) {
        int n = 0;
        int most = panel.schools() * panel.years();
        int[] units = new int[most];
        int[] periods = new int[most];
        int[] clusters = new int[most];
        double[] y = new double[most];
        double[] joined = new double[most];
        for (int i = 0; i < panel.schools(); i++) {
            for (int t = 0; t < panel.years(); t++) {
                if (!Double.isNaN(panel.outcome(t, i))) {
                    units[n] = i;
                    periods[n] = t;
                    clusters[n] = panel.cluster(i);
                    joined[n] = panel.year(t) >= panel.cohort(i) ? 1 : 0;
                    y[n++] = panel.outcome(t, i);
                }
            }
        }
        return TwoWayFixedEffects.fit(
                java.util.Arrays.copyOf(units, n),
                java.util.Arrays.copyOf(periods, n),
                java.util.Arrays.copyOf(clusters, n),
                java.util.Arrays.copyOf(y, n),
                new double[][] {java.util.Arrays.copyOf(joined, n)});
    }
}
