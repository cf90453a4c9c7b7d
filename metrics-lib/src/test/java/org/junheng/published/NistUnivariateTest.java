package org.junheng.published;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junheng.stats.ExactMoments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Univariate sets of the NIST Statistical Reference Datasets: log relative error of mean and standard deviation. The truth is exact for the
 * data as doubles (the certified figures hold for the decimals; on NumAcc3 and NumAcc4 the two part at the 10th digit of the deviation).
 */
class NistUnivariateTest {
    private static final double LEAST = 14;

    @ParameterizedTest
    @CsvSource({
        "Lew, -177.435, 277.332168044316135764922485702",
        "Lottery, 518.958715596330275229357798165, 291.699727470969084239243695081",
        "NumAcc1, 10000002, 1",
        "NumAcc3, 1000000.20000000001158338267129, 0.100000000034924596548097368071",
    })
    void reachesFourteenDigits(String set, BigDecimal mean, BigDecimal deviation) throws IOException {
        requireFourteenDigits(set, numbers(set), mean, deviation);
    }

    /** NumAcc2 and NumAcc4 are written out by NIST's rule: a first number, then two alternating ones, 1001 in all. */
    @ParameterizedTest
    @CsvSource({"1.2, 1.1, 1.3", "10000000.2, 10000000.1, 10000000.3"})
    void reachesFourteenDigitsOnAlternatingNumbers(double first, double second, double third) {
        double[] numbers = new double[1001];
        numbers[0] = first;
        for (int i = 1; i < numbers.length; i++) {
            numbers[i] = i % 2 == 1 ? second : third;
        }
        BigDecimal n = new BigDecimal(1001);
        BigDecimal half = new BigDecimal(500);
        BigDecimal mean = new BigDecimal(first)
                .add(new BigDecimal(second).multiply(half))
                .add(new BigDecimal(third).multiply(half))
                .divide(n, MathContext.DECIMAL128);
        BigDecimal variance = new BigDecimal(first)
                .subtract(mean)
                .pow(2)
                .add(new BigDecimal(second).subtract(mean).pow(2).multiply(half))
                .add(new BigDecimal(third).subtract(mean).pow(2).multiply(half))
                .divide(new BigDecimal(1000), MathContext.DECIMAL128);
        requireFourteenDigits("alternating", numbers, mean, variance.sqrt(MathContext.DECIMAL128));
    }

    private static void requireFourteenDigits(String set, double[] numbers, BigDecimal mean, BigDecimal deviation) {
        ExactMoments moments = new ExactMoments();
        for (double number : numbers) {
            moments.add(number);
        }
        double ofMean = logRelativeError(moments.mean(), mean);
        double ofDeviation = logRelativeError(moments.sampleDeviation(), deviation);
        assertTrue(ofMean >= LEAST, () -> set + ": mean to " + ofMean + " digits");
        assertTrue(ofDeviation >= LEAST, () -> set + ": deviation to " + ofDeviation + " digits");
    }

    private static double logRelativeError(double got, BigDecimal truth) {
        double error = new BigDecimal(got)
                .subtract(truth)
                .abs()
                .divide(truth.abs(), MathContext.DECIMAL128)
                .doubleValue();
        return error == 0 ? 17 : -Math.log10(error);
    }

    private static double[] numbers(String set) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                NistUnivariateTest.class.getResourceAsStream("/published/nist/" + set + ".csv"), set)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(line -> !line.startsWith("#") && !line.equals("y") && !line.isBlank())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }
}
