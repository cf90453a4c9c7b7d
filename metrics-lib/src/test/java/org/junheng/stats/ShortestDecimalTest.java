package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDecimalTest {
    private static final int NUMBERS = 30_000;

    /** Numbers that are written with another digit before Java 19 (JDK-4511638), or that lie at the ends of the range. */
    @ParameterizedTest
    @CsvSource({
        "2e23, 2.0E23",
        "1e23, 1.0E23",
        "8.41e21, 8.41E21",
        "2.2250738585072014e-308, 2.2250738585072014E-308",
        "4.9e-324, 4.9E-324",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "0.1, 0.1",
        "-0.001, -0.001",
        "9.999e-4, 9.999E-4",
        "9999999, 9999999.0",
        "1e7, 1.0E7",
        "0, 0.0",
        "-0.0, -0.0",
        "120, 120.0",
        "NaN, NaN"
    })
    void isWrittenAs(double number, String text) {
        assertEquals(text, ShortestDecimal.text(number));
    }

    /** By the definition: it reads back, none with a digit less does, and no neighbour of as many digits is nearer. Java writes so itself since 19. */
    @Test
    void isTheShortestAndOfThoseTheNearest() {
        drawn().forEach(number -> {
            String text = ShortestDecimal.text(number);
            assertEquals(number, Double.parseDouble(text));
            assertTrue(Runtime.version().feature() < 19 || text.equals(Double.toString(number)), text);
            BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
            BigDecimal exact = new BigDecimal(number);
            int digits = decimal.precision();
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == number) {
                BigDecimal off = decimal.subtract(exact).abs();
                assertTrue(off.compareTo(nearest.subtract(exact).abs()) <= 0, text);
            }
            for (RoundingMode way :
                    digits < 3 ? new RoundingMode[0] : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
                BigDecimal shorter = exact.round(new MathContext(digits - 1, way));
                assertTrue(shorter.doubleValue() != number, text);
            }
        });
    }

    @Test
    void whatIsNoNumberHasNoDecimal() {
        DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                .forEach(number -> assertThrows(IllegalArgumentException.class, () -> ShortestDecimal.of(number)));
    }

    @Test
    void theDecimalIsThatOfTheText() {
        drawn().forEach(number -> {
            BigDecimal decimal = ShortestDecimal.of(number);
            assertEquals(0, decimal.compareTo(new BigDecimal(ShortestDecimal.text(number))));
        });
        assertEquals(new BigDecimal("0.0"), ShortestDecimal.of(0));
        assertEquals(new BigDecimal("12.0"), ShortestDecimal.of(12));
        assertEquals(new BigDecimal("-4.2"), ShortestDecimal.of(-4.2));
    }

    /** Any bits, numbers as they are measured, and powers of two with their neighbours. */
    private static DoubleStream drawn() {
        Random random = new Random(5);
        return DoubleStream.generate(() -> drawn(random))
                .filter(Double::isFinite)
                .limit(NUMBERS);
    }

    private static double drawn(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextGaussian();
            case 2 -> random.nextInt(100_000) / (1.0 + random.nextInt(1000));
            default -> Math.scalb(1 + random.nextInt(3) * Math.ulp(1.0), random.nextInt(2098) - 1074);
        };
    }
}
