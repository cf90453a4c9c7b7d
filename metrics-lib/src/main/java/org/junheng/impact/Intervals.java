package org.junheng.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junheng.impact.Averages.Average;
import org.junheng.impact.ImpactEstimate.Span;
import org.junheng.metric.Words;
import org.junheng.stats.Normal;
import org.junheng.subject.Status;

/** Effects with their standard errors, intervals, simultaneous bands and p-values. */
final class Intervals {
    private static final int CRITICAL = SignDraws.DRAWS - 50;

    private final List<Average> rows;
    private final List<Effect> effects = new ArrayList<>();
    private final SignSums sums;
    private final Map<Aggregation, Double> critical = new EnumMap<>(Aggregation.class);

    Intervals(List<Average> rows, long seed) {
        this.rows = List.copyOf(rows);
        rows.forEach(row -> row.effect().ifPresent(effects::add));
        this.sums = SignSums.of(effects, seed);
    }

    List<ImpactEstimate> estimates() {
        List<ImpactEstimate> estimates = new ArrayList<>();
        for (Aggregation aggregation : Aggregation.values()) {
            critical.put(aggregation, critical(aggregation));
        }
        int at = 0;
        for (Average row : rows) {
            estimates.add(row.effect().isPresent() ? estimate(row, row.effect().get(), at++) : absent(row));
        }
        return estimates;
    }

    private static ImpactEstimate absent(Average row) {
        return new ImpactEstimate(
                row.aggregation(),
                row.cohort(),
                row.year(),
                row.eventTime(),
                null,
                null,
                null,
                null,
                null,
                row.joined(),
                row.others(),
                0,
                Status.NOT_ASSESSED,
                row.reason());
    }

    private ImpactEstimate estimate(Average row, Effect effect, int at) {
        FewClusters sides = effect.sides();
        boolean tooFew = sides.areTooFew();
        double se = effect.se();
        @Nullable SignTest signs = sides.needSigns() ? sums.test(at) : null;
        @Nullable
        Span interval = tooFew ? null : signs == null ? around(effect.value(), Normal.Z_975 * se) : span(signs);
        @Nullable Double p = interval == null ? null : signs == null ? twoSided(effect.value(), se) : signs.pValue();
        Words note = tooFew ? sides.tooFew() : signs != null ? sides.bySigns() : Words.NONE;
        boolean weak = interval == null || !row.reason().equals(Words.NONE);
        return new ImpactEstimate(
                row.aggregation(),
                row.cohort(),
                row.year(),
                row.eventTime(),
                effect.value(),
                sides.haveSomeError() ? Double.valueOf(se) : null,
                interval,
                interval == null || !isPart(row) ? null : wider(effect.value(), interval, row.aggregation()),
                p,
                effect.joinedSchools(),
                effect.otherSchools(),
                sides.joined() + sides.others(),
                weak ? Status.LOW_EVIDENCE : Status.OK,
                row.reason().and(note));
    }

    private static @Nullable Span span(SignTest signs) {
        return Double.isInfinite(signs.low()) || Double.isInfinite(signs.high())
                ? null
                : new Span(signs.low(), signs.high());
    }

    private static Span around(double value, double half) {
        return new Span(value - half, value + half);
    }

    private static double twoSided(double value, double se) {
        return se > 0 ? 2 * Normal.cdf(-Math.abs(value) / se) : value == 0 ? 1 : 0;
    }

    /** The ends moved out by the ratio of the critical value of all effects together to that of one. */
    private Span wider(double value, Span interval, Aggregation aggregation) {
        double times = critical.getOrDefault(aggregation, Normal.Z_975) / Normal.Z_975;
        return new Span(value - times * (value - interval.low()), value + times * (interval.high() - value));
    }

    private static boolean isPart(Average row) {
        return row.cohort() != null || row.year() != null || row.eventTime() != null;
    }

    /** The 95 % point of the largest studentised signed sum of an aggregation (multiplier bootstrap). */
    private double critical(Aggregation aggregation) {
        double[] largest = new double[SignDraws.DRAWS];
        int at = 0;
        for (Average row : rows) {
            if (row.effect().isPresent()) {
                Effect effect = row.effect().get();
                double scale = effect.se() * effect.panel().schools();
                if (row.aggregation() == aggregation && isPart(row) && scale > 0) {
                    double[] scores = sums.scores(at);
                    for (int d = 0; d < largest.length; d++) {
                        largest[d] = Math.max(largest[d], Math.abs(scores[d]) / scale);
                    }
                }
                at++;
            }
        }
        Arrays.sort(largest);
        return Math.max(Normal.Z_975, largest[CRITICAL]);
    }
}
