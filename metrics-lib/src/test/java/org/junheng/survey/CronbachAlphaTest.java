package org.junheng.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junheng.stats.CrossSums;
import org.junit.jupiter.api.Test;

class CronbachAlphaTest {
    /** Two items with variances 1 and covariance 1/2: 2 (1 - 2/3) = 2/3; standardised the same, 2r/(1 + r). */
    @Test
    void isTwoThirdsForTwoItemsThatCorrelateByOneHalf() {
        CrossSums sums = new CrossSums(2).add(1, 1).add(2, 3).add(3, 2);
        CronbachAlpha alpha = CronbachAlpha.of(sums).orElseThrow();
        assertEquals(2.0 / 3, alpha.raw(), 1e-15);
        assertEquals(2.0 / 3, alpha.standardised(), 1e-15);
        assertEquals(0.5, alpha.withRest(0), 1e-15);
        assertTrue(alpha.without(0).isEmpty());
    }

    @Test
    void isEmptyWithoutItemsSheetsOrVariation() {
        assertTrue(CronbachAlpha.of(new CrossSums(1).add(1).add(2).add(3)).isEmpty());
        assertTrue(CronbachAlpha.of(new CrossSums(2).add(1, 2).add(2, 1)).isEmpty());
        assertTrue(
                CronbachAlpha.of(new CrossSums(2).add(3, 3).add(3, 3).add(3, 3)).isEmpty());
        assertTrue(
                CronbachAlpha.of(new CrossSums(2).add(1, 3).add(2, 2).add(3, 1)).isEmpty());
    }
}
