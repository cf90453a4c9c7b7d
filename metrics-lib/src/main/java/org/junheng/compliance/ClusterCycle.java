package org.junheng.compliance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;

/**
 * Length of the cycle for which a cluster is set up (组建周期).
 *
 * <p>Whole years from its start to the end of its cycle, and the days beyond them as a part of the next year; years.
 *
 * <p>Absent when either day is not known, or the end is not after the start.
 *
 * <p>Source: Yunnan guideline 2024: 3 to 6 years in principle (YN-04).
 *
 * <p>Clause: YN-04.
 */
public record ClusterCycle() implements Metric<ClusterYear> {
    private static final Words UNKNOWN = new Words("组建日期或周期结束日期未知", "the start or the end of the cycle is not known");
    private static final Words REVERSED = new Words("周期结束不晚于组建", "the cycle does not end after it starts");

    @Override
    public Definition definition() {
        return new Definition(
                "cluster.cycle_years",
                new Words("组建周期", "cycle of a cluster"),
                "years from started_on to cycle_ends_on; days beyond whole years as a part of the next year",
                "1",
                "years",
                Better.NONE,
                List.of("YN-04"),
                List.of("clusters.started_on", "clusters.cycle_ends_on", "memberships.role"),
                new Words("日期未知时不评价", "absent when a day is not known"),
                "hand example");
    }

    @Override
    public Class<ClusterYear> view() {
        return ClusterYear.class;
    }

    @Override
    public Outcome of(ClusterYear view) {
        Counts counts = Counts.ofSchools(view.parts().size());
        @Nullable LocalDate start = view.facts().startedOn();
        @Nullable LocalDate end = view.facts().cycleEndsOn();
        if (start == null || end == null) {
            return new Absent(UNKNOWN, counts);
        } else if (!end.isAfter(start)) {
            return new Absent(REVERSED, counts);
        }
        long years = ChronoUnit.YEARS.between(start, end);
        long beyond = ChronoUnit.DAYS.between(start.plusYears(years), end);
        long next = ChronoUnit.DAYS.between(start.plusYears(years), start.plusYears(years + 1));
        BigDecimal part = Decimals.ratio(BigDecimal.valueOf(beyond), BigDecimal.valueOf(next));
        return Value.of(BigDecimal.valueOf(years).add(part).doubleValue(), counts);
    }
}
