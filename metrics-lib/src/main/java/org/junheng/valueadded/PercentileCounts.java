package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junheng.metric.Interval;
import org.junheng.stats.MedianBootstrap;

/**
 * How many pupils have each growth percentile.
 *
 * @param pupils by percentile, 1 to 99; in place 0 those who have a score of the outcome exam and no percentile
 */
public record PercentileCounts(List<Long> pupils) {
    public PercentileCounts {
        pupils = List.copyOf(pupils);
        if (pupils.size() != GrowthCurves.QUANTILES) {
            throw new IllegalArgumentException(pupils.size() + " percentiles");
        }
    }

    public PercentileCounts and(PercentileCounts others) {
        List<Long> sum = new ArrayList<>();
        for (int i = 0; i < pupils.size(); i++) {
            sum.add(pupils.get(i) + others.pupils.get(i));
        }
        return new PercentileCounts(sum);
    }

    /** Pupils with a percentile. */
    public long n() {
        return withOutcome() - pupils.get(0);
    }

    /** Pupils with a score of the outcome exam. */
    long withOutcome() {
        return pupils.stream().mapToLong(Long::longValue).sum();
    }

    /** The median, the mean of the two middle ones for an even number; of at least one pupil. */
    double median() {
        long n = n();
        return (at((n + 1) / 2) + at(n / 2 + 1)) / 2.0;
    }

    /** Bootstrap of the median over pupils. */
    Interval interval(double level) {
        double[] values = new double[pupils.size()];
        long[] counts = new long[pupils.size()];
        int found = 0;
        for (int i = 1; i < counts.length; i++) {
            if (pupils.get(i) > 0) {
                values[found] = i;
                counts[found++] = pupils.get(i);
            }
        }
        return MedianBootstrap.of(Arrays.copyOf(values, found), Arrays.copyOf(counts, found), level);
    }

    private int at(long rank) {
        int percentile = 1;
        long below = pupils.get(1);
        while (below < rank) {
            below += pupils.get(++percentile);
        }
        return percentile;
    }
}
