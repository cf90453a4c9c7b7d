package org.junheng.integration;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.TheilSen;

/**
 * Yearly trend of the share of registered children who are enrolled locally (生源稳定率年均变化).
 *
 * <p>The slope of Theil and Sen over all years until this one: the median of the slopes between all pairs of years, in share per year. It stands beside the
 * strict comparison with the year before, which alone decides, and has no verdict and no interval: with few years none is defined.
 *
 * <p>Absent when the share is known in fewer than three years.
 *
 * <p>Source: Sen 1968; Shandong, strong townships plan (SD-03).
 *
 * <p>Clause: SD-03.
 */
public record LocalShareTrend() implements Metric<RetentionSeries> {
    private static final int LEAST = 3;
    private static final LocalShare SHARE = new LocalShare();
    private static final Words FEW = new Words("已知年份不足三年", "known in fewer than three years");

    @Override
    public Definition definition() {
        return new Definition(
                "retention.trend",
                new Words("生源稳定率年均变化", "yearly trend of the share enrolled locally"),
                "median of (share_j - share_i) / (j - i) over all pairs of years (Theil-Sen)",
                "1",
                "ratio per year",
                Better.HIGHER,
                List.of("SD-03"),
                List.of("retention.registered_children", "retention.enrolled_locally"),
                new Words("已知年份不足三年时不评价", "absent with fewer than three known years"),
                "hand example; definition of Sen 1968");
    }

    @Override
    public Class<RetentionSeries> view() {
        return RetentionSeries.class;
    }

    @Override
    public Outcome of(RetentionSeries view) {
        SortedMap<Integer, Double> shares = new TreeMap<>();
        Counts counts = Counts.NONE;
        for (var year : view.years().entrySet()) {
            Outcome share = SHARE.of(year.getValue());
            counts = share.counts();
            if (share instanceof Value value) {
                shares.put(year.getKey(), value.value());
            }
        }
        return shares.size() < LEAST ? new Absent(FEW, counts) : Outcome.nearest(TheilSen.slope(shares), counts);
    }
}
