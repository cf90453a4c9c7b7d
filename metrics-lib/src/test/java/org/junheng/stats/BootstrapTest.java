package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junheng.metric.Interval;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    /** 999 estimates 1 .. 999: the 2.5 % quantile is the 25th. */
    private final double[] replicates =
            IntStream.rangeClosed(1, 999).mapToDouble(i -> 1000 - i).toArray();

    @Test
    void quantilesAreTheOrderStatisticsOfRPlusOne() {
        Bootstrap bootstrap = new Bootstrap(500, replicates);
        assertEquals(25, bootstrap.quantile(0.025), 1e-9);
        assertEquals(975, bootstrap.quantile(0.975), 1e-9);
        assertEquals(1, bootstrap.quantile(0));
        assertEquals(1, bootstrap.quantile(0.0005));
        assertEquals(999, bootstrap.quantile(1));
        assertEquals(25, bootstrap.percentile(0.95).low(), 1e-9);
        assertEquals(975, bootstrap.basic(0.95).high(), 1e-9);
        assertEquals(0, bootstrap.bias());
        assertEquals(Math.sqrt(999 * 1000 / 12.0), bootstrap.standardError(), 1e-9);
    }

    @Test
    void basicTurnsThePercentilesAroundAndNormalTakesTheBiasOff() {
        Bootstrap shifted = new Bootstrap(480, replicates);
        assertEquals(2 * 480 - 975, shifted.basic(0.95).low(), 1e-9);
        Interval normal = shifted.normal(0.95);
        assertEquals(460, (normal.low() + normal.high()) / 2, 1e-9);
        assertTrue(shifted.medianBias() < 0);
    }

    /** Without bias and skewness the corrected percentiles are the nominal ones. */
    @Test
    void withoutBiasAndSkewnessNothingIsCorrected() {
        double[] even = IntStream.rangeClosed(1, 1000).mapToDouble(i -> i).toArray();
        Bootstrap bootstrap = new Bootstrap(500.5, even);
        Jackknife none = new Jackknife(0, new double[] {1, -1, 1, -1});
        assertEquals(0, none.acceleration());
        assertEquals(bootstrap.percentile(0.95).low(), bootstrap.bca(none, 0.95).low(), 1e-9);
    }

    @Test
    void anEstimateOutsideAllResamplesHasAnIntervalAtTheirEnd() {
        Jackknife none = new Jackknife(0, new double[] {1, -1, 1, -1});
        assertEquals(1, new Bootstrap(0, replicates).bca(none, 0.95).high());
        assertEquals(999, new Bootstrap(2000, replicates).bca(none, 0.95).low());
    }

    @Test
    void resamplesThatNeverDifferHaveNoWidth() {
        Interval interval = new Bootstrap(2, new double[] {2, 2, 2}).percentile(0.95);
        assertEquals(2, interval.low());
        assertEquals(2, interval.high());
        assertEquals(0, interval.se());
    }

    @Test
    void oneResampleOrOneUnitIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(1, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new Jackknife(1, new double[] {1}));
    }

    /** Of the mean of 1, 2, 3, 6: the jackknife is s / sqrt(n) and without bias; so is the delta method with n for n - 1. */
    @Test
    void jackknifeOfAMeanIsItsStandardError() {
        Jackknife jackknife = new Jackknife(3, new double[] {11 / 3.0, 10 / 3.0, 3, 2});
        assertEquals(Math.sqrt(14 / 3.0 / 4), jackknife.standardError(), 1e-15);
        assertEquals(0, jackknife.bias(), 1e-15);
        assertEquals(3, jackknife.pseudoMean(), 1e-15);
        assertEquals(18 / (6 * Math.pow(14, 1.5)), jackknife.acceleration(), 1e-15);
        assertEquals(Math.sqrt(14) / 4, Influence.standardError(new double[] {-2, -1, 0, 3}), 1e-15);
        assertEquals(0, new Jackknife(1, new double[] {1, 1}).acceleration());
    }

    @Test
    void resampledCvIsThatOfTheRepeatedUnits() {
        ResampledCv cv = new ResampledCv(new double[] {1, 3, 100}, new double[] {2, 1, 0});
        assertEquals(Math.sqrt(8) / 5, cv.of(new int[] {1, 1, 7}), 1e-15);
        assertEquals(0.5, cv.of(new int[] {1, 2, 0}), 1e-15);
        assertEquals(0, cv.of(new int[] {0, 2, 0}));
        assertTrue(Double.isNaN(cv.of(new int[] {0, 0, 5})));
    }
}
