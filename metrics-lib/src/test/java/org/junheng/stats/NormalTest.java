package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    /** By mpmath 1.3 with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "-20, 2.7536241186062336951e-89",
        "-10, 7.619853024160526066e-24",
        "-6, 9.865876450376981407e-10",
        "-5.7, 5.9903714010635281878e-9",
        "-5.6568, 7.7110648569755535651e-9",
        "-3, 0.0013498980316300945267",
        "-1.96, 0.024997895148220436213",
        "-1, 0.15865525393145705141",
        "-0.68, 0.24825223045357051343",
        "-0.67448975, 0.25000000006231018464",
        "-0.5, 0.30853753872598689636",
        "-1e-5, 0.49999601057719605216",
        "0, 0.5",
        "0.25, 0.59870632568292372424",
        "0.67, 0.74857110490468989845",
        "0.675, 0.75016211752822300273",
        "1, 0.84134474606854294859",
        "2.5, 0.99379033467422386483",
        "5.65, 0.99999999197760814934",
        "8, 0.9999999999999993779"
    })
    void hasFifteenDigits(double z, double truth) {
        assertEquals(truth, Normal.cdf(z), 1e-15 * truth);
    }

    @Test
    void fallsToNothingAndRisesToCertainty() {
        assertEquals(2.88542835e-316, Normal.cdf(-38), 1e-323);
        assertEquals(0, Normal.cdf(-1e9));
        assertEquals(0, Normal.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(1, Normal.cdf(Double.POSITIVE_INFINITY));
    }

    /** Another implementation on a grid that crosses the bounds between the approximations. */
    @Test
    void agreesWithTheComplementaryErrorFunctionAndNeverFalls() {
        double before = 0;
        for (int i = -800; i <= 800; i++) {
            double z = i / 100.0;
            double p = Normal.cdf(z);
            assertEquals(0.5 * Erf.erfc(-z / Math.sqrt(2)), p, 1e-13 * p, "at " + z);
            assertTrue(p >= before, "at " + z);
            before = p;
        }
    }
}
