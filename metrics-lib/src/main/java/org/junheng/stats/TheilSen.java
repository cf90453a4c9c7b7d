package org.junheng.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The slope of Theil and Sen: the median of the slopes between all pairs of points; one wild year does not turn it (Sen 1968). */
public final class TheilSen {
    private TheilSen() {}

    /**
     * The slope per unit of x.
     *
     * @throws IllegalArgumentException for fewer than two points
     */
    public static double slope(SortedMap<Integer, Double> points) {
        List<Map.Entry<Integer, Double>> all = new ArrayList<>(points.entrySet());
        int n = all.size();
        if (n < 2) {
            throw new IllegalArgumentException("a slope needs two points, not " + n);
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double rise = all.get(j).getValue() - all.get(i).getValue();
                slopes[k++] = rise / (all.get(j).getKey() - all.get(i).getKey());
            }
        }
        Arrays.sort(slopes);
        return slopes.length % 2 == 1
                ? slopes[slopes.length / 2]
                : (slopes[slopes.length / 2 - 1] + slopes[slopes.length / 2]) / 2;
    }
}
