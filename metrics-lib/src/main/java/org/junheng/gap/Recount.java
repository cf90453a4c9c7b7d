package org.junheng.gap;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junheng.metric.Metric;
import org.junheng.stats.ResampledCv;
import org.junheng.subject.SchoolsView;

/**
 * The gaps of the catalogue as functions of how often each school occurs, in doubles and in a fixed order: for resamples, where the last digits do not
 * matter. What is not here has no interval.
 */
final class Recount {
    private final double[] x;
    private final double[] w;

    /** @param w weights; 0 for a school that is not there */
    private Recount(double[] x, double[] w) {
        this.x = x;
        this.w = w;
    }

    /** The gap of schools with these figures and weights; empty where the gap is no such function. */
    static Optional<ToDoubleFunction<int[]>> of(Metric<SchoolsView> gap, double[] x, double[] w) {
        Recount recount = new Recount(x, w);
        if (gap instanceof CoefficientOfVariation) {
            return Optional.of(new ResampledCv(x, w)::of);
        } else if (gap instanceof StandardDeviation) {
            ResampledCv cv = new ResampledCv(x, w);
            return Optional.of(counts -> cv.of(counts) * recount.mean(counts));
        } else if (gap instanceof MeanLevel) {
            return Optional.of(recount::mean);
        } else if (gap instanceof Theil) {
            return Optional.of(recount::theil);
        } else if (gap instanceof MeanLogDeviation) {
            return Optional.of(recount::meanLogDeviation);
        } else if (gap instanceof Gini) {
            int[] poorestFirst = IntStream.range(0, x.length)
                    .boxed()
                    .sorted((a, b) -> x[a] == x[b] ? a - b : Double.compare(x[a], x[b]))
                    .mapToInt(i -> i)
                    .toArray();
            return Optional.of(counts -> recount.gini(counts, poorestFirst));
        }
        return Optional.empty();
    }

    private double mean(int[] counts) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * w[i] * x[i];
            all += counts[i] * w[i];
        }
        return sum / all;
    }

    private double theil(int[] counts) {
        double m = mean(counts);
        double sum = 0;
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            double weight = counts[i] * w[i];
            sum += weight == 0 ? 0 : weight * Entropy.THEIL.term(x[i] / m);
            all += weight;
        }
        return sum / all;
    }

    private double meanLogDeviation(int[] counts) {
        double m = mean(counts);
        double sum = 0;
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            double weight = counts[i] * w[i];
            sum += weight == 0 ? 0 : weight * Entropy.MEAN_LOG_DEVIATION.term(x[i] / m);
            all += weight;
        }
        return sum / all;
    }

    private double gini(int[] counts, int[] poorestFirst) {
        double below = 0;
        double sum = 0;
        double ranked = 0;
        for (int i : poorestFirst) {
            double weight = counts[i] * w[i];
            ranked += weight * x[i] * (2 * below + weight);
            sum += weight * x[i];
            below += weight;
        }
        return ranked / (below * sum) - 1;
    }
}
