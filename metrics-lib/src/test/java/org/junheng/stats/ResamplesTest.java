package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResamplesTest {
    private static final List<String> UNITS = List.of("a", "b", "c", "d");
    private final CounterRandom random = CounterRandom.of(3, "test");
    private final Resamples resamples = new Resamples(random, UNITS);

    @Test
    void everyUnitDrawsOneByItsOwnNumber() {
        for (int r : new int[] {16, 17}) {
            int[] expected = new int[4];
            for (String unit : UNITS) {
                long bits = random.bits(CounterRandom.unit(unit), r / 2);
                long half = r % 2 == 0 ? bits >>> 32 : bits & 0xFFFFFFFFL;
                expected[(int) ((half * 4) >>> 32)]++;
            }
            assertEquals(code(expected), resamples.of(ResamplesTest::code, r + 1)[r]);
            assertEquals(4, Arrays.stream(expected).sum());
        }
    }

    /** Every unit is drawn as often as every other, by either half of the bits. */
    @Test
    void unitsAreDrawnAlike() {
        for (int unit = 0; unit < 4; unit++) {
            int digit = (int) Math.pow(10, 3 - unit);
            double drawn = Arrays.stream(resamples.of(ResamplesTest::code, 20_000))
                    .map(code -> Math.floor(code / digit) % 10)
                    .average()
                    .orElseThrow();
            assertEquals(1, drawn, 3 * Math.sqrt(0.75 / 20_000));
        }
    }

    /** Four units: a resample may be one unit four times, whose CV is 0 but for the root of a rounding. */
    @Test
    void sixSumsAreTheCounts() {
        double[][] x = {{1, 2, 4, 3}, {2, 2, 5, 9}};
        double[][] w = {{10, 30, 0, 20}, {12, 31, 25, 18}};
        ResampledCv before = new ResampledCv(x[0], w[0]);
        ResampledCv after = new ResampledCv(x[1], w[1]);
        ResampledCvChange change = new ResampledCvChange(x[0], w[0], x[1], w[1]);
        double[] counted = resamples.of(counts -> after.of(counts) - before.of(counts), 99);
        assertArrayEquals(counted, resamples.of(change, 99), 1e-7);
        assertArrayEquals(
                resamples.withoutOne(counts -> after.of(counts) - before.of(counts)), change.withoutOne(), 1e-14);
    }

    @Test
    void theNumberOfResamplesDoesNotChangeTheOnesBefore() {
        double[] few = resamples.of(ResamplesTest::code, 5);
        double[] many = resamples.of(ResamplesTest::code, 50);
        assertArrayEquals(few, Arrays.copyOf(many, 5));
        assertNotEquals(
                code(new int[] {1, 1, 1, 1}), Arrays.stream(many).average().orElseThrow());
    }

    @Test
    void eachUnitIsLeftOutInTurn() {
        assertArrayEquals(new double[] {111, 1011, 1101, 1110}, resamples.withoutOne(ResamplesTest::code));
    }

    @Test
    void unitsOfOtherNamesAreOthers() {
        assertNotEquals(CounterRandom.unit("ab"), CounterRandom.unit("ba"));
        assertNotEquals(CounterRandom.unit(""), CounterRandom.unit("0"));
        assertEquals(CounterRandom.unit("53011"), CounterRandom.unit("53011"));
    }

    private static double code(int[] counts) {
        return 1000.0 * counts[0] + 100 * counts[1] + 10 * counts[2] + counts[3];
    }
}
