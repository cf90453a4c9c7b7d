package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.metric.Interval;
import org.junit.jupiter.api.Test;

/** The bootstrap of a median against the medians of every sample that can be drawn. */
class MedianBootstrapTest {
    @Test
    void equalsTheListOfAllSamplesOfFive() {
        requireAllSamples(1, 2, 2, 7, 9);
    }

    @Test
    void equalsTheListOfAllSamplesOfSix() {
        requireAllSamples(1, 2, 3, 3, 8, 9);
    }

    @Test
    void equalsTheListOfAllSamplesOfTwo() {
        requireAllSamples(4, 9);
    }

    @Test
    void oneValueHasNoSpread() {
        Interval interval = MedianBootstrap.of(new double[] {50}, new long[] {12}, 0.95);
        assertEquals(0, interval.se(), 1e-6);
        assertEquals(50, interval.low());
        assertEquals(50, interval.high());
    }

    /** The median of n uniform units has a standard deviation near 1 / (2 sqrt n) of their range. */
    @Test
    void manyUnitsComeNearTheLimit() {
        double[] values = new double[990];
        long[] counts = new long[990];
        Arrays.fill(counts, 10);
        for (int i = 0; i < 990; i++) {
            values[i] = (i + 1) / 10.0;
        }
        Interval interval = MedianBootstrap.of(values, counts, 0.95);
        assertEquals(99 / (2 * Math.sqrt(9900)), interval.se(), 0.005);
        assertEquals(49.55 - 0.975, interval.low(), 0.1);
        assertEquals(49.55 + 0.975, interval.high(), 0.1);
    }

    private static void requireAllSamples(double... units) {
        int n = units.length;
        TreeMap<Double, Integer> medians = new TreeMap<>();
        int samples = (int) Math.pow(n, n);
        double sum = 0;
        double squares = 0;
        for (int code = 0; code < samples; code++) {
            double[] sample = new double[n];
            int rest = code;
            for (int i = 0; i < n; i++) {
                sample[i] = units[rest % n];
                rest /= n;
            }
            Arrays.sort(sample);
            double median = (sample[(n - 1) / 2] + sample[n / 2]) / 2;
            medians.merge(median, 1, Integer::sum);
            sum += median;
            squares += median * median;
        }
        double mean = sum / samples;
        double[] values = Arrays.stream(units).distinct().toArray();
        long[] counts = Arrays.stream(values)
                .mapToLong(v -> Arrays.stream(units).filter(u -> u == v).count())
                .toArray();
        Interval interval = MedianBootstrap.of(values, counts, 0.9);
        assertEquals(Math.sqrt(squares / samples - mean * mean), interval.se(), 1e-12);
        assertEquals(percentile(medians, 0.05 * samples), interval.low());
        assertEquals(percentile(medians, 0.95 * samples), interval.high());
    }

    private static double percentile(SortedMap<Double, Integer> medians, double rank) {
        double count = 0;
        for (var median : medians.entrySet()) {
            count += median.getValue();
            if (count >= rank - 1e-6) {
                return median.getKey();
            }
        }
        throw new IllegalStateException();
    }
}
