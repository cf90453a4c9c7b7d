package org.junheng.published;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.stats.BetweenWithin;
import org.junheng.stats.CrossSums;
import org.junheng.stats.OneWayAnova;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One-way analyses of variance of the NIST Statistical Reference Datasets. The truth is exact for the data as doubles; SmLs07 (13 leading digits in common) is where naive sums have no correct digit.
 */
class NistAnovaTest {
    @ParameterizedTest
    @CsvSource({
        "SiRstv, 1.18046237440244678025768295500",
        "SmLs01, 21.0000000000000014802973661669",
        "SmLs04, 21.0000000007761021437718651157",
        "SmLs07, 21.0008118878187712370903139541",
    })
    void ratioOfVariancesReachesFourteenDigits(String set, BigDecimal truth) throws IOException {
        double f = OneWayAnova.of(BetweenWithin.of(List.of("y"), groups(set))).f();
        double error = new BigDecimal(Double.toString(f))
                .subtract(truth)
                .abs()
                .divide(truth, MathContext.DECIMAL128)
                .doubleValue();
        double digits = error == 0 ? 17 : -Math.log10(error);
        assertTrue(digits >= 14, () -> set + ": F to " + digits + " digits");
    }

    private static SortedMap<String, CrossSums> groups(String set) throws IOException {
        SortedMap<String, CrossSums> groups = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(
                NistAnovaTest.class.getResourceAsStream("/published/nist/" + set + ".csv"), set)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("group") && !line.isBlank())
                    .forEach(line -> {
                        int comma = line.indexOf(',');
                        groups.computeIfAbsent(line.substring(0, comma), g -> new CrossSums(1))
                                .add(Double.parseDouble(line.substring(comma + 1)));
                    });
        }
        return groups;
    }
}
