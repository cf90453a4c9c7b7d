package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected ranks and likelihood ratios that can be followed by hand; Exam data: {@code MixedModelCasesTest}. */
class EffectRanksTest {
    @Test
    void unitsKnownExactlyHaveTheirRank() {
        assertEquals(List.of(2.0, 1.0, 3.0), EffectRanks.expected(List.of(0.0, 5.0, -1.0), List.of(0.0, 0.0, 0.0)));
        assertEquals(List.of(1.5, 1.5), EffectRanks.expected(List.of(2.0, 2.0), List.of(0.0, 0.0)));
    }

    /** A difference of 1.959964 of its standard errors is above 0 with probability 0.975. */
    @Test
    void unitsKnownWithErrorsShareTheRanks() {
        List<Double> ranks = EffectRanks.expected(List.of(1.959963984540054 * 5, 0.0), List.of(3.0, 4.0));
        assertEquals(1.025, ranks.get(0), 1e-12);
        assertEquals(1.975, ranks.get(1), 1e-12);
    }

    @Test
    void likelihoodRatioIsChiSquared() {
        LikelihoodRatio ratio = LikelihoodRatio.of(103.84145882069413, 3, 100, 4);
        assertEquals(3.841458820694124, ratio.chiSquared(), 1e-12);
        assertEquals(1, ratio.degrees());
        assertEquals(0.05, ratio.p(), 1e-12);
        assertEquals(1, LikelihoodRatio.of(100, 3, 100.0000001, 5).p());
        assertThrows(IllegalArgumentException.class, () -> LikelihoodRatio.of(100, 3, 99, 3));
    }
}
