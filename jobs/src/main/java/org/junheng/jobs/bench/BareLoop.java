package org.junheng.jobs.bench;

import org.junheng.stats.CounterRandom;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SchoolFigure;

/** What somebody would write who needs one standard error only: the loop that the program is measured against. */
final class BareLoop {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final long[] starts;
    private final double[] terms;

    BareLoop(long seed, ChangeView view) {
        long key = CounterRandom.of(seed, "schools of both years").key();
        int n = view.base().usable().size();
        starts = new long[n];
        terms = new double[6 * n];
        for (int i = 0; i < n; i++) {
            SchoolFigure before = view.base().usable().get(i);
            starts[i] = mix(key ^ mix(CounterRandom.unit(before.school()) + GAMMA));
            put(6 * i, before);
            put(6 * i + 3, view.now().usable().get(i));
        }
    }

    private void put(int at, SchoolFigure school) {
        double x = school.exact().doubleValue();
        terms[at] = school.w();
        terms[at + 1] = school.w() * x;
        terms[at + 2] = school.w() * x * x;
    }

    double standardError(int resamples) {
        double[] changes = new double[resamples + 1];
        for (int r = 0; r < resamples; r += 2) {
            double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0;
            double u = 0, v = 0, w = 0, x = 0, y = 0, z = 0;
            long step = (r / 2 + 1) * GAMMA;
            for (long start : starts) {
                long bits = mix(start + step);
                int one = 6 * (int) (((bits >>> 32) * starts.length) >>> 32);
                a += terms[one];
                b += terms[one + 1];
                c += terms[one + 2];
                d += terms[one + 3];
                e += terms[one + 4];
                f += terms[one + 5];
                int two = 6 * (int) (((bits & 0xFFFFFFFFL) * starts.length) >>> 32);
                u += terms[two];
                v += terms[two + 1];
                w += terms[two + 2];
                x += terms[two + 3];
                y += terms[two + 4];
                z += terms[two + 5];
            }
            changes[r] = cv(d, e, f) - cv(a, b, c);
            changes[r + 1] = cv(x, y, z) - cv(u, v, w);
        }
        double sum = 0;
        double squares = 0;
        for (int r = 0; r < resamples; r++) {
            sum += changes[r];
            squares += changes[r] * changes[r];
        }
        return Math.sqrt((squares - sum * sum / resamples) / (resamples - 1));
    }

    private static double cv(double weight, double sum, double squares) {
        double mean = sum / weight;
        return Math.sqrt(squares / weight - mean * mean) / mean;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
