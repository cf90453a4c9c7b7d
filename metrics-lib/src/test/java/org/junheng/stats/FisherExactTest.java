package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FisherExactTest {
    /** Fisher 1935, the lady tasting tea: 3 of 4 cups right has probability 17/70 or better. */
    @Test
    void theLadyTastingTea() {
        assertEquals(17 / 70.0, FisherExact.atLeast(3, 4, 1, 4), 1e-14);
        assertEquals(1 / 70.0, FisherExact.atLeast(4, 4, 0, 4), 1e-14);
    }

    /** Convictions of twins (Fisher 1962), as the manual of R's fisher.test prints them: p = 0.0004652. */
    @Test
    void theConvictionsOfTwins() {
        assertEquals(0.0004652, FisherExact.atLeast(10, 13, 2, 17), 5e-8);
    }

    @Test
    void nobodyMarkedIsCertainAndImpossibleTablesAreRefused() {
        assertEquals(1, FisherExact.atLeast(0, 5, 0, 7), 1e-14);
        assertEquals(1, FisherExact.atLeast(0, 5, 3, 7), 1e-14);
        assertThrows(IllegalArgumentException.class, () -> FisherExact.atLeast(6, 5, 0, 7));
        assertThrows(IllegalArgumentException.class, () -> FisherExact.atLeast(0, 0, 0, 0));
    }
}
