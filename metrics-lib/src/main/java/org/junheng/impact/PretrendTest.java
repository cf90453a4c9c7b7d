package org.junheng.impact;

import java.util.List;
import java.util.Optional;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.PositiveDefinite;
import org.junheng.stats.TailProbability;

/**
 * Test of the years before (加入前趋势检验): the p-value of the hypothesis that no group-time effect before joining differs from 0.
 *
 * <p>Wald: {@code W = a' V^-1 a}, chi-squared with as many degrees as there are effects. With few error clusters, G on the smaller side of the smallest cell:
 * {@code W (G - k) / ((G - 1) k)} is held against F(k, G - k) (Hotelling).
 *
 * <p>Absent without effects before joining, when their covariance is singular, and when G is below 6 or does not exceed k. A large p-value proves nothing:
 * the test may not see what matters (Roth 2022).
 *
 * <p>Clause: YN-D3.
 */
public record PretrendTest() implements ImpactReading {
    static final double LEVEL = 0.05;

    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.pretrend_p",
                new Words("加入前趋势检验的p值", "p-value of the test of the years before joining"),
                "Wald test that all group-time effects before joining are 0: a'V^-1 a, chi-squared; below 50 error clusters on a side Hotelling's F",
                "probability",
                new Words(
                        "没有加入前的效应或独立单位太少时不评价",
                        "absent without effects before joining or with too few independent units"),
                "mpdta: Wald statistics and p-values of did 2.1.2 for 12 designs");
    }

    @Override
    public Outcome of(ImpactFit fit) {
        List<Effect> before = fit.evidence().before().stream()
                .flatMap(e -> e.effect().stream())
                .toList();
        Counts counts = fit.outcome().counts();
        if (before.isEmpty()) {
            return new Absent("没有加入前的变化可供检验", "no change before joining to test", counts);
        }
        Optional<Double> wald = wald(before);
        if (wald.isEmpty()) {
            return new Absent(
                    "加入前各效应的协方差阵奇异,无法联合检验", "the covariance of the effects before joining is singular", counts);
        }
        int k = before.size();
        if (Effect.sum(before.stream().map(e -> new Effect.Part(e, 0)).toList())
                .sides()
                .areMany()) {
            return Value.of(TailProbability.ofChiSquared(wald.get(), k), counts);
        }
        int fewest = before.stream().mapToInt(e -> e.sides().fewer()).min().orElse(0);
        if (fewest < FewClusters.LEAST || fewest <= k) {
            return new Absent(
                    "独立单位只有" + fewest + "个,不足以联合检验" + k + "个加入前效应",
                    "only " + fewest + " independent units for a joint test of " + k + " effects before joining",
                    counts);
        }
        double f = wald.get() * (fewest - k) / ((fewest - 1.0) * k);
        return Value.of(TailProbability.ofF(f, k, fewest - k), counts);
    }

    @Override
    public Words sentence(ImpactFit fit, Outcome outcome) {
        if (outcome instanceof Value value && value.value() < LEVEL) {
            return new Words(
                    "加入前两组学校的变化已不相同,效应不可信",
                    "the groups changed differently before joining already: the effect is not to be relied on");
        }
        return Words.NONE;
    }

    /** {@code a' V^-1 a}. */
    static Optional<Double> wald(List<Effect> effects) {
        double[][] covariances = new double[effects.size()][effects.size()];
        double[] values = new double[effects.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = effects.get(i).value();
            for (int j = 0; j <= i; j++) {
                covariances[i][j] = effects.get(i).covariance(effects.get(j));
            }
        }
        return PositiveDefinite.of(covariances).map(v -> Moments.product(values, v.solve(values)));
    }
}
