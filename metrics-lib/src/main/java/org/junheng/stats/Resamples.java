package org.junheng.stats;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Resamples of units with replacement, as counts of how often each unit occurs. In resample r every unit draws one of all units, by one half of the 64 random
 * bits of (seed, kind, unit, r / 2): the upper half for an even r, the lower for an odd one. So a resample is the same whoever makes it, in whatever order units
 * are read, once they are put in order of their names.
 */
public final class Resamples {
    private final long[] starts;

    /** @param units names of the units, in order */
    public Resamples(CounterRandom random, List<String> units) {
        starts = units.stream()
                .mapToLong(name -> random.start(CounterRandom.unit(name)))
                .toArray();
    }

    /** The statistic in each of so many resamples. */
    public double[] of(ToDoubleFunction<int[]> statistic, int resamples) {
        double[] values = new double[resamples];
        int[] counts = new int[starts.length];
        for (int r = 0; r < resamples; r++) {
            draw(counts, r);
            values[r] = statistic.applyAsDouble(counts);
        }
        return values;
    }

    /** The change of a coefficient of variation in each of so many resamples, two of them in one pass. */
    public double[] of(ResampledCvChange change, int resamples) {
        double[] values = new double[resamples + 1];
        double[] terms = change.terms();
        double[] even = new double[ResampledCvChange.SUMS];
        double[] odd = new double[ResampledCvChange.SUMS];
        for (int r = 0; r < resamples; r += 2) {
            sums(terms, r, even, odd);
            values[r] = change.of(even);
            values[r + 1] = change.of(odd);
        }
        return Arrays.copyOf(values, resamples);
    }

    /** Written out because it is the innermost loop of all: the sums stay in registers. */
    private void sums(double[] terms, int resample, double[] even, double[] odd) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double u = 0;
        double v = 0;
        double w = 0;
        double x = 0;
        double y = 0;
        double z = 0;
        long step = (resample / 2 + 1) * CounterRandom.GAMMA;
        int units = starts.length;
        for (long start : starts) {
            long bits = CounterRandom.mix(start + step);
            int one = ResampledCvChange.SUMS * upper(bits, units);
            a += terms[one];
            b += terms[one + 1];
            c += terms[one + 2];
            d += terms[one + 3];
            e += terms[one + 4];
            f += terms[one + 5];
            int two = ResampledCvChange.SUMS * lower(bits, units);
            u += terms[two];
            v += terms[two + 1];
            w += terms[two + 2];
            x += terms[two + 3];
            y += terms[two + 4];
            z += terms[two + 5];
        }
        put(even, a, b, c, d, e, f);
        put(odd, u, v, w, x, y, z);
    }

    private static void put(double[] sums, double a, double b, double c, double d, double e, double f) {
        sums[0] = a;
        sums[1] = b;
        sums[2] = c;
        sums[3] = d;
        sums[4] = e;
        sums[5] = f;
    }

    /** The statistic with each unit left out in turn. */
    public double[] withoutOne(ToDoubleFunction<int[]> statistic) {
        double[] values = new double[starts.length];
        int[] counts = new int[starts.length];
        Arrays.fill(counts, 1);
        for (int i = 0; i < values.length; i++) {
            counts[i] = 0;
            values[i] = statistic.applyAsDouble(counts);
            counts[i] = 1;
        }
        return values;
    }

    private void draw(int[] counts, int resample) {
        Arrays.fill(counts, 0);
        long step = (resample / 2 + 1) * CounterRandom.GAMMA;
        for (long start : starts) {
            long bits = CounterRandom.mix(start + step);
            counts[resample % 2 == 0 ? upper(bits, counts.length) : lower(bits, counts.length)]++;
        }
    }

    private static int upper(long bits, int bound) {
        return (int) (((bits >>> 32) * bound) >>> 32);
    }

    private static int lower(long bits, int bound) {
        return (int) (((bits & 0xFFFFFFFFL) * bound) >>> 32);
    }
}
