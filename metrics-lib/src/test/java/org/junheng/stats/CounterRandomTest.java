package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class CounterRandomTest {
    private static final int MANY = 50_000;
    private final CounterRandom random = CounterRandom.of(7, "test");

    /** The JDK's SplittableRandom is SplitMix64 with the same increment: an independent implementation of the sequence. */
    @Test
    void drawsOfAUnitAreTheOutputsOfSplitMix64() {
        for (long unit : new long[] {0, 1, -5, Long.MAX_VALUE}) {
            SplittableRandom reference = new SplittableRandom(random.start(unit));
            for (int draw = 0; draw < 100; draw++) {
                assertEquals(reference.nextLong(), random.bits(unit, draw));
            }
        }
    }

    @Test
    void seedKindUnitAndDrawAllChangeTheNumber() {
        long bits = random.bits(3, 4);
        assertNotEquals(bits, CounterRandom.of(8, "test").bits(3, 4));
        assertNotEquals(bits, CounterRandom.of(7, "tset").bits(3, 4));
        assertNotEquals(bits, random.bits(4, 4));
        assertNotEquals(bits, random.bits(3, 5));
        assertEquals(bits, CounterRandom.of(7, "test").bits(3, 4));
    }

    @Test
    void normalsOfNeighbouringUnitsAreNormalAndUncorrelated() {
        double[] here =
                IntStream.range(0, MANY).mapToDouble(u -> random.normal(u, 0)).toArray();
        double[] nextUnit = IntStream.range(0, MANY)
                .mapToDouble(u -> random.normal(u + 1L, 0))
                .toArray();
        double[] nextDraw =
                IntStream.range(0, MANY).mapToDouble(u -> random.normal(u, 1)).toArray();
        assertTrue(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(0, 1), here) > 0.001);
        assertEquals(0, new PearsonsCorrelation().correlation(here, nextUnit), 4 / Math.sqrt(MANY));
        assertEquals(0, new PearsonsCorrelation().correlation(here, nextDraw), 4 / Math.sqrt(MANY));
    }

    @Test
    void wholeNumbersAreEvenlySpreadAndStayBelowTheBound() {
        long[] counts = new long[7];
        IntStream.range(0, MANY).forEach(u -> counts[random.below(7, u, 2)]++);
        double[] expected = IntStream.range(0, 7).mapToDouble(i -> MANY / 7.0).toArray();
        assertTrue(new ChiSquareTest().chiSquareTest(expected, counts) > 0.001);
        assertEquals(
                Integer.MAX_VALUE - 1.0,
                IntStream.range(0, MANY)
                        .map(u -> random.below(Integer.MAX_VALUE, u, 0))
                        .max()
                        .orElseThrow(),
                Integer.MAX_VALUE * 1e-3);
    }

    @Test
    void anEventHappensAsOftenAsItsProbability() {
        long times =
                IntStream.range(0, MANY).filter(u -> random.happens(0.3, u, 0)).count();
        assertEquals(0.3, (double) times / MANY, 4 * Math.sqrt(0.21 / MANY));
    }

    @Test
    void aBoundMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> random.below(0, 1, 1));
    }
}
