package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected ranks and likelihood ratios that can be followed by hand; Exam data: {@code MixedModelCasesTest}. */
class EffectRanksTest {
    @Test
    void unitsKnownExactlyHaveTheirRank() {
        List<EffectRanks.Rank> ranks = EffectRanks.of(List.of(0.0, 5.0, -1.0, 5.0), List.of(0.0, 0.0, 0.0, 0.0));
        assertEquals(
                List.of(3.0, 1.5, 4.0, 1.5),
                ranks.stream().map(EffectRanks.Rank::expected).toList());
        assertEquals(0, ranks.get(0).sd());
        assertEquals(List.of(), EffectRanks.of(List.of(), List.of()));
    }

    /** A difference of 1.959964 of its standard errors is above 0 with probability 0.975; the rank of one of two is 1 or 2. */
    @Test
    void unitsKnownWithErrorsShareTheRanks() {
        List<EffectRanks.Rank> ranks = EffectRanks.of(List.of(1.959963984540054 * 5, 0.0), List.of(3.0, 4.0));
        assertEquals(1.025, ranks.get(0).expected(), 1e-9);
        assertEquals(1.975, ranks.get(1).expected(), 1e-9);
        assertEquals(Math.sqrt(0.025 * 0.975), ranks.get(0).sd(), 1e-8);
        assertEquals(ranks.get(0).sd(), ranks.get(1).sd(), 1e-8);
    }

    /** Among n equal units every rank is as likely as another. */
    @Test
    void equalUnitsMayHaveAnyRank() {
        int n = 40;
        for (EffectRanks.Rank rank : EffectRanks.of(Collections.nCopies(n, 3.0), Collections.nCopies(n, 0.25))) {
            assertEquals((n + 1) / 2.0, rank.expected(), 1e-8);
            assertEquals(Math.sqrt((n * n - 1) / 12.0), rank.sd(), 1e-8);
        }
    }

    /** Units of very different precision against the sum of the probabilities of every pair. */
    @Test
    void expectedRanksAddUpTheProbabilitiesOfPairs() {
        CounterRandom random = CounterRandom.of(7, "ranks");
        List<Double> effects = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            effects.add(random.normal(i, 0));
            errors.add(Math.exp(2 * random.normal(i, 1) - 2));
        }
        List<EffectRanks.Rank> ranks = EffectRanks.of(effects, errors);
        for (int i = 0; i < 60; i++) {
            double expected = 0.5;
            for (int k = 0; k < 60; k++) {
                expected += Normal.cdf((effects.get(k) - effects.get(i)) / Math.hypot(errors.get(k), errors.get(i)));
            }
            assertEquals(expected, ranks.get(i).expected(), 1e-7);
        }
    }

    /** Who is far from all others has the first or the last rank and not, by rounding, one beyond it. */
    @Test
    void ranksLieBetweenTheFirstAndTheLast() {
        CounterRandom random = CounterRandom.of(11, "far");
        for (int round = 0; round < 200; round++) {
            List<Double> effects = new ArrayList<>();
            List<Double> errors = new ArrayList<>();
            int n = 40 + round % 30;
            for (int i = 0; i < n; i++) {
                effects.add(i == 0 ? -30 : i == 1 ? 30 : random.normal(round, i));
                errors.add(0.7 + random.uniform(round, i) / 3);
            }
            List<EffectRanks.Rank> ranks = EffectRanks.of(effects, errors);
            assertEquals(n, ranks.get(0).expected(), 1e-9);
            assertTrue(ranks.get(0).expected() <= n, () -> ranks.get(0) + " of " + n);
            assertTrue(ranks.get(1).expected() >= 1, () -> ranks.get(1) + " of " + n);
        }
    }

    @Test
    void likelihoodRatioIsChiSquared() {
        LikelihoodRatio ratio = LikelihoodRatio.of(103.84145882069413, 3, 100, 4);
        assertEquals(3.841458820694124, ratio.chiSquared(), 1e-12);
        assertEquals(1, ratio.degrees());
        assertEquals(0.05, ratio.p(), 1e-12);
        assertEquals(1, LikelihoodRatio.of(100, 3, 100.0000001, 5).p());
        assertThrows(IllegalArgumentException.class, () -> LikelihoodRatio.of(100, 3, 99, 3));
        assertEquals(0.025, LikelihoodRatio.ofVariance(103.84145882069413, 100).p(), 1e-12);
        assertEquals(1, LikelihoodRatio.ofVariance(100, 100).p());
    }
}
