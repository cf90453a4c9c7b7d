package org.junheng.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.CounterRandom;

/**
 * Placebo in space (空间安慰剂): how often schools that never joined, drawn at random in their stead, show an effect as large.
 *
 * <p>As many never-joiners as each cohort has are drawn ({@value #DRAWS} times, without replacement), the others are their comparison; share of
 * {@code |placebo| >= |effect|}, the data themselves counted as one draw (randomisation inference). Changes are compared without covariates, and
 * schools are exchanged one by one, so errors shared within a cluster are not in it.
 *
 * <p>Absent when fewer never-joiners have every year than twice the schools that joined.
 *
 * <p>Clause: YN-D3.
 */
public record PlaceboInSpace() implements ImpactReading {
    static final int DRAWS = 199;

    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.placebo_space",
                new Words("空间安慰剂检验的p值", "p-value of the placebo in space"),
                "(1 + number of 199 draws of never-joiners with |placebo effect| >= |effect|) / 200; drawn cohorts as large as the real ones;"
                        + " without covariates; schools taken as independent",
                "probability",
                new Words(
                        "从未加入且各年齐全的学校不足加入学校的两倍时不评价",
                        "absent when fewer never-joiners have every year than twice the schools that joined"),
                "definition; 5 % rejections by simulation");
    }

    @Override
    public Outcome of(ImpactFit fit) {
        SchoolPanel panel = fit.evidence().panel();
        List<GroupTime> after = fit.evidence().after();
        Counts counts = fit.outcome().counts();
        int[] pool = IntStream.range(0, panel.schools())
                .filter(i -> panel.cohort(i) == SchoolPanel.NEVER && isComplete(panel, i))
                .toArray();
        int joined = (int) IntStream.range(0, panel.schools())
                .filter(i -> panel.cohort(i) != SchoolPanel.NEVER)
                .count();
        if (after.isEmpty() || pool.length < 2 * joined) {
            return new Absent(
                    "从未加入的学校太少(" + pool.length + "所),无法抽取安慰剂组",
                    "too few never-joiners (" + pool.length + ") to draw placebo groups from",
                    counts);
        }
        Draw draw = new Draw(panel, after, pool);
        CounterRandom random = CounterRandom.of(fit.evidence().question().seed(), "impact placebo");
        double effect = Math.abs(fit.evidence().overall().map(Effect::value).orElse(0.0));
        int atLeast = 0;
        for (int d = 0; d < DRAWS; d++) {
            atLeast += Math.abs(draw.effect(random, d)) >= effect ? 1 : 0;
        }
        return Value.of((1.0 + atLeast) / (1 + DRAWS), counts);
    }

    private static boolean isComplete(SchoolPanel panel, int school) {
        return IntStream.range(0, panel.years()).noneMatch(t -> Double.isNaN(panel.outcome(t, school)));
    }

    /** Placebo effects of one design. */
    private static final class Draw {
        private final List<int[]> cells = new ArrayList<>();
        private final List<double[]> changes = new ArrayList<>();
        private final int[] starts;
        private final int schools;

        /** Each cohort takes a stretch of the shuffled never-joiners. */
        Draw(SchoolPanel panel, List<GroupTime> after, int[] pool) {
            int from = 0;
            int cohort = after.get(0).cohort();
            int width = after.get(0).joined();
            for (GroupTime e : after) {
                if (e.cohort() != cohort) {
                    from += width;
                    cohort = e.cohort();
                    width = e.joined();
                }
                width = Math.max(width, e.joined());
                cells.add(new int[] {from, e.joined()});
                changes.add(changes(panel, e, pool));
            }
            this.starts = pool.clone();
            this.schools = from + width;
            IntStream.range(0, starts.length).forEach(i -> starts[i] = i);
        }

        double effect(CounterRandom random, int draw) {
            int[] order = starts.clone();
            for (int i = 0; i < schools; i++) {
                int other = i + random.below(order.length - i, draw, i);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            double sum = 0;
            double weights = 0;
            for (int k = 0; k < cells.size(); k++) {
                double[] change = changes.get(k);
                double all = change[change.length - 1];
                double drawn = 0;
                for (int i = 0; i < cells.get(k)[1]; i++) {
                    drawn += change[order[cells.get(k)[0] + i]];
                }
                int n = cells.get(k)[1];
                sum += n * (drawn / n - (all - drawn) / (order.length - n));
                weights += n;
            }
            return sum / weights;
        }

        /** The changes of the never-joiners in a cell, and behind them their sum. */
        private static double[] changes(SchoolPanel panel, GroupTime e, int[] pool) {
            int place = IntStream.range(0, panel.years())
                    .filter(t -> panel.year(t) == e.year())
                    .findFirst()
                    .orElseThrow();
            double[] change = new double[pool.length + 1];
            for (int i = 0; i < pool.length; i++) {
                change[i] = panel.outcome(place, pool[i]) - panel.outcome(panel.base(e.cohort()), pool[i]);
                change[pool.length] += change[i];
            }
            return change;
        }
    }
}
