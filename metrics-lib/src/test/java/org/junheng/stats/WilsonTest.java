package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junheng.metric.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
    /** Computed with R 4.2.2, {@code prop.test(x, n, correct = FALSE)}. */
    @ParameterizedTest
    @CsvSource({
        "0, 20, 0, 0.1611251580528193",
        "20, 20, 0.8388748419471808, 1",
        "180, 200, 0.8505941875672827, 0.934329551330904",
    })
    void equalsThePropTestOfR(double successes, double n, double low, double high) {
        Interval interval = Wilson.of(successes, n, 0.95);
        assertEquals(low, interval.low(), 1e-14);
        assertEquals(high, interval.high(), 1e-14);
        assertNull(interval.se());
    }

    @Test
    void endsExactlyAtZeroAndOne() {
        assertEquals(0.0, Wilson.of(0, 7, 0.95).low());
        assertEquals(1.0, Wilson.of(7, 7, 0.95).high());
    }

    @Test
    void refusesAShareOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> Wilson.of(0, 0, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Wilson.of(3, 2, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Wilson.of(-1, 2, 0.95));
    }
}
