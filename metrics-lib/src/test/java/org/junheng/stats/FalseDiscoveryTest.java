package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    /** Benjamini and Hochberg 1995, section 4.1: of these 15 p-values four are significant at 5 %, the largest of them 0.0095 <= 4/15 x 0.05. */
    @Test
    void theExampleOfThePaper() {
        List<Double> q = FalseDiscovery.qValues(List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
                0.7590, 1.0));
        assertEquals(4, q.stream().filter(v -> v <= 0.05).count());
        assertEquals(0.0095 * 15 / 4, q.get(3), 1e-15);
        assertEquals(0.0344 * 15 / 8, q.get(7), 1e-15);
    }

    /** p of the third in rank times 3/2 is more than that of the last: a q-value never exceeds that of a larger p. */
    @Test
    void qValuesRiseWithPAndWhatHasNoPValueDoesNotCount() {
        List<Double> q = FalseDiscovery.qValues(Arrays.asList(0.04, null, 0.03, 0.041));
        assertEquals(List.of(0.041, 0.041, 0.041), List.of(q.get(0), q.get(2), q.get(3)));
        assertNull(q.get(1));
    }
}
