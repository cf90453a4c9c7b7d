package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    @Test
    void theNearestDoubleIsThatOfTheText() {
        CounterRandom random = CounterRandom.of(1, "decimals");
        for (int i = 0; i < 20_000; i++) {
            BigInteger digits = BigInteger.valueOf(random.bits(i, 0)).multiply(BigInteger.valueOf(random.bits(i, 1)));
            int scale = random.below(230, i, 2) - 15;
            BigDecimal x = new BigDecimal(digits, scale);
            assertEquals(Double.parseDouble(x.toString()), Decimals.nearest(x), x::toString);
        }
    }

    /** Halfway between two doubles the even one is nearest; a last digit far behind decides otherwise. */
    @Test
    void aTieGoesToTheEvenDouble() {
        for (double x : new double[] {0.1, 1 / 3.0, 2.5e-7, 12345.678, Math.nextUp(1.0), 4e15 / 3}) {
            BigDecimal tie = new BigDecimal(x).add(new BigDecimal(Math.ulp(x)).multiply(HALF));
            BigDecimal little = BigDecimal.ONE.movePointLeft(150);
            for (BigDecimal y : List.of(tie, tie.add(little), tie.subtract(little), tie.negate())) {
                assertEquals(Double.parseDouble(y.toString()), Decimals.nearest(y), y::toString);
            }
            assertEquals(Math.nextUp(x), Decimals.nearest(tie.add(little)));
            assertEquals(x, Decimals.nearest(tie.subtract(little)));
        }
    }

    @Test
    void zeroAndWhatIsBeyondDoubles() {
        assertEquals(0.0, Decimals.nearest(new BigDecimal("0E-40")));
        assertEquals(
                Double.POSITIVE_INFINITY,
                Decimals.nearest(BigDecimal.TEN.pow(400).add(new BigDecimal("1E-30"))));
        assertEquals(
                0.0,
                Decimals.nearest(BigDecimal.ONE.divide(
                        BigDecimal.TEN.pow(400).multiply(new BigDecimal(3)), 500, RoundingMode.HALF_EVEN)));
    }
}
