package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Against sums of decimals without rounding: numbers of both signs between 1e-300 and 1e300, and their products. */
class ExactSumsTest {
    private static final CounterRandom RANDOM = CounterRandom.of(11, "exact");
    private static final int COUNT = 3;

    private final BigDecimal[] expected = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};

    private static double number(int i, int kind, double reach) {
        double magnitude = Math.pow(10, reach * (2 * RANDOM.uniform(i, kind) - 1));
        return RANDOM.happens(0.5, i, 10 + kind) ? magnitude : -magnitude;
    }

    private ExactSums some(int from, int to, double reach) {
        ExactSums sums = new ExactSums(COUNT);
        for (int i = from; i < to; i++) {
            double a = number(i, 0, reach);
            double b = number(i, 1, reach / 4);
            sums.add(0, ExactSum.significand(a), ExactSum.exponent(a));
            sums.addProduct(
                    1, ExactSum.significand(a), ExactSum.significand(b), ExactSum.exponent(a) + ExactSum.exponent(b));
            expected[0] = expected[0].add(new BigDecimal(a));
            expected[1] = expected[1].add(new BigDecimal(a).multiply(new BigDecimal(b)));
        }
        return sums;
    }

    private void assertExpected(ExactSums sums) {
        for (int place = 0; place < COUNT; place++) {
            assertEquals(0, expected[place].compareTo(sums.sum(place).toBigDecimal()), "sum " + place);
        }
    }

    @Test
    void areExactAtAnyMagnitude() {
        assertExpected(some(0, 200, 2));
    }

    @Test
    void ofNothingAreNought() {
        assertExpected(new ExactSums(COUNT));
    }

    @Test
    void mergeWhateverTheirExponents() {
        ExactSums sums = some(0, 50, 3);
        sums.merge(some(50, 80, 200));
        ExactSums wide = new ExactSums(COUNT);
        wide.merge(sums);
        wide.merge(some(80, 90, 1));
        assertExpected(wide);
        wide.merge(2, wide, 1);
        double a = -0.1;
        double b = 3e40;
        wide.merge(2, ExactSum.ofProduct(a, b));
        expected[2] = expected[1].add(new BigDecimal(a).multiply(new BigDecimal(b)));
        assertExpected(wide);
    }

    @Test
    void carryThroughAllWordsBothWays() {
        ExactSums sums = new ExactSums(1);
        double large = 0x1.0p200;
        double small = 0x1.0p-100;
        sums.add(0, ExactSum.significand(large), ExactSum.exponent(large));
        sums.add(0, ExactSum.significand(-small), ExactSum.exponent(-small));
        assertEquals(
                0,
                new BigDecimal(large)
                        .subtract(new BigDecimal(small))
                        .compareTo(sums.sum(0).toBigDecimal()));
        sums.add(0, ExactSum.significand(-large), ExactSum.exponent(-large));
        assertEquals(-small, sums.sum(0).doubleValue());
        sums.add(0, ExactSum.significand(small), ExactSum.exponent(small));
        assertEquals(0, sums.sum(0).doubleValue());
    }

    @Test
    void comeBackAsTheyWerePut() {
        ExactSums sums = some(0, 40, 250);
        ByteBuffer bytes = ByteBuffer.allocate(sums.bytes());
        sums.put(bytes);
        assertEquals(0, bytes.remaining());
        assertExpected(ExactSums.of(COUNT, bytes.flip()));
    }
}
