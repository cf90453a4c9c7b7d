package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {
    @Test
    void keepsWhatRoundingWouldLose() {
        ExactSum sum = new ExactSum().add(1e100).add(1).add(-1e100).add(0x1p-1074);
        assertEquals(0, sum.toBigDecimal().compareTo(BigDecimal.ONE.add(exact(0x1p-1074))));
        assertEquals(1.0, sum.doubleValue());
    }

    @Test
    void fallsIntoDoublesThatAddUpToIt() {
        ExactSum sum = new ExactSum().add(1e100).add(-1 / 3.0).add(0x1p-1074).add(3);
        double[] parts = sum.parts();
        BigDecimal together = BigDecimal.ZERO;
        for (double part : parts) {
            together = together.add(exact(part));
        }
        assertEquals(0, together.compareTo(sum.toBigDecimal()));
        assertEquals(sum.doubleValue(), parts[0]);
        assertEquals(4, parts.length, "1e100, two for 3 - 1/3, the smallest double");
        assertEquals(0, new ExactSum().add(1).add(-1).parts().length);
    }

    @Test
    void isZeroBeforeAnyAddition() {
        assertEquals(0.0, new ExactSum().doubleValue());
        assertEquals(BigDecimal.ZERO, new ExactSum().toBigDecimal());
    }

    @Test
    void addsProductsWithoutRounding() {
        double third = 1 / 3.0;
        ExactSum sum =
                ExactSum.ofProduct(third, 0.1).addProduct(-1e-200, 1e-200).addProduct(1e200, -1e200);
        BigDecimal truth = exact(third)
                .multiply(exact(0.1))
                .subtract(exact(1e-200).pow(2))
                .subtract(exact(1e200).pow(2));
        assertEquals(0, sum.toBigDecimal().compareTo(truth));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsDecimalArithmeticInAnyOrderAndFromAnyPartialSums(long seed) {
        CounterRandom draws = CounterRandom.of(seed, "sums");
        int n = 500;
        ExactSum forward = new ExactSum();
        ExactSum backward = new ExactSum();
        ExactSum[] parts = {new ExactSum(), new ExactSum(), new ExactSum()};
        BigDecimal truth = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            double x = number(draws, i);
            double y = number(draws, -1 - i);
            double xBack = number(draws, n - 1 - i);
            double yBack = number(draws, i - n);
            forward.add(x).addProduct(x, y);
            backward.addProduct(yBack, xBack).add(xBack);
            parts[i * 7 % 3].add(x).addProduct(x, y);
            truth = truth.add(exact(x)).add(exact(x).multiply(exact(y)));
        }
        ExactSum merged = parts[2].merge(parts[0]).merge(new ExactSum()).merge(parts[1]);
        assertEquals(0, forward.toBigDecimal().compareTo(truth));
        assertEquals(0, merged.toBigDecimal().compareTo(truth));
        assertEquals(0, backward.toBigDecimal().compareTo(truth));
        assertEquals(truth.doubleValue(), forward.doubleValue());
        assertEquals(truth.doubleValue(), merged.doubleValue());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 0.1, -78.9, 1e9, -3e-7, 0x1p-1074, Double.MAX_VALUE, Double.MIN_NORMAL})
    void multipliesASumWithoutRounding(double factor) {
        ExactSum sum = new ExactSum().add(-0.3).add(1e17).add(-12345.678);
        BigDecimal truth = sum.toBigDecimal().multiply(exact(factor)).add(exact(0.7));
        assertEquals(
                0, new ExactSum().add(0.7).addTimes(sum, factor).toBigDecimal().compareTo(truth));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, -0.1, 0x1p-1074, -0x1p-1030, Double.MAX_VALUE, -1e-310, 1, -4294967296.0})
    void givesASingleNumberBack(double x) {
        assertEquals(x, new ExactSum().add(x).doubleValue());
    }

    @Test
    void roundsToTheNearestDouble() {
        double justAboveHalf = new ExactSum().add(1).add(0x1p-53).add(0x1p-200).doubleValue();
        double half = new ExactSum().add(1).add(0x1p-53).doubleValue();
        assertEquals(1 + 0x1p-52, justAboveHalf);
        assertEquals(1.0, half);
        assertEquals(
                0x1p-1074,
                new ExactSum().add(0x1p-1074).addProduct(0x1p-1074, 0.25).doubleValue());
    }

    /** Sums of up to three numbers, the last up to 2^-260 of the first: ties, and what breaks them, on both sides of 0. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 52, 53, 54, 63, 64, 65, 85, 96, 106, 200})
    void roundsOnceWhereverTheBitsStand(int apart) {
        for (int start = -70; start <= 70; start++) {
            for (double sign : new double[] {1, -1}) {
                for (double rest : new double[] {0, 0x1p-53, -0x1p-53, 0x1.8p-52}) {
                    for (double far : new double[] {0, 0x1p-60, -0x1p-60}) {
                        double first = Math.scalb(sign * (1 + 0x1p-52), start);
                        double last = Math.scalb(far, start - apart);
                        ExactSum sum = new ExactSum()
                                .add(first)
                                .add(Math.scalb(rest, start))
                                .add(last);
                        BigDecimal truth =
                                exact(first).add(exact(Math.scalb(rest, start))).add(exact(last));
                        assertEquals(truth.doubleValue(), sum.doubleValue(), truth::toString);
                    }
                }
            }
        }
    }

    @Test
    void copyIsIndependent() {
        ExactSum sum = new ExactSum().add(2);
        ExactSum copy = sum.copy().add(3);
        assertEquals(2.0, sum.doubleValue());
        assertEquals(5.0, copy.doubleValue());
    }

    @Test
    void survivesWritingAndReading() throws IOException {
        ExactSum sum = new ExactSum().add(-0.1).add(1e30).addProduct(1e-9, -1e-9);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sum.write(new DataOutputStream(bytes));
        ExactSum read = ExactSum.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertEquals(sum.toBigDecimal(), read.toBigDecimal());
        assertEquals(
                exact(-0.1).add(exact(0.1)).doubleValue(),
                read.add(-1e30).add(0.1).addProduct(1e-9, 1e-9).doubleValue());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double x) {
        assertThrows(IllegalArgumentException.class, () -> new ExactSum().add(x));
        assertThrows(IllegalArgumentException.class, () -> new ExactSum().addProduct(1, x));
    }

    private static BigDecimal exact(double x) {
        return new BigDecimal(x);
    }

    private static double number(CounterRandom draws, long unit) {
        double exponent = 60 * (draws.uniform(unit, 1) - 0.5);
        return draws.normal(unit, 0) * Math.pow(10, Math.rint(exponent));
    }
}
