package org.junheng.stats;

import java.util.Arrays;

/**
 * The change of a weighted coefficient of variation between two years, of units that are drawn: six sums per resample instead of two passes over counts, for
 * it is asked a thousand times for every area and figure. The same change as of two {@link ResampledCv}, but for rounding.
 */
public final class ResampledCvChange {
    static final int SUMS = 6;

    private final double[] terms;
    private final double[] centres = new double[2];
    private final int units;

    /** Figures and weights of both years; a unit that is not there in a year has weight 0. */
    public ResampledCvChange(double[] base, double[] baseWeights, double[] now, double[] nowWeights) {
        this.units = base.length;
        this.terms = new double[SUMS * units];
        put(0, base, baseWeights);
        put(1, now, nowWeights);
    }

    private void put(int year, double[] figures, double[] weights) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < units; i++) {
            sum += weights[i] * figures[i];
            all += weights[i];
        }
        centres[year] = sum / all;
        for (int i = 0; i < units; i++) {
            int at = SUMS * i + 3 * year;
            double d = figures[i] - centres[year];
            terms[at] = weights[i];
            terms[at + 1] = weights[i] * d;
            terms[at + 2] = weights[i] * d * d;
        }
    }

    /** What each unit adds to the six sums: weight, weighted distance from the mean of its year, and weighted square of it, for both years. */
    double[] terms() {
        return terms;
    }

    /** The change with these sums. */
    double of(double[] sums) {
        return cv(sums, 3, centres[1]) - cv(sums, 0, centres[0]);
    }

    /** The change without each unit in turn. */
    public double[] withoutOne() {
        double[] all = new double[SUMS];
        for (int i = 0; i < terms.length; i++) {
            all[i % SUMS] += terms[i];
        }
        double[] left = new double[units];
        double[] sums = new double[SUMS];
        Arrays.setAll(left, i -> {
            Arrays.setAll(sums, k -> all[k] - terms[SUMS * i + k]);
            return of(sums);
        });
        return left;
    }

    private static double cv(double[] sums, int from, double centre) {
        double d = sums[from + 1] / sums[from];
        return Math.sqrt(Math.max(0, sums[from + 2] / sums[from] - d * d)) / (centre + d);
    }
}
