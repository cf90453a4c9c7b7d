package org.junheng.integration;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.integration.OverlapView.Belonging;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;

/**
 * Share of the schools in clusters that belong to several clusters on the same day (集群成员重叠比例).
 *
 * <p>{@code schools with a day in two clusters / schools with a day in any}, in the school year.
 *
 * <p>Absent when no school of the area is in a cluster.
 *
 * <p>Source: Yunnan guideline 2024 lets a school choose one mode or several; what is counted once must say how often it could be counted twice.
 *
 * <p>Clause: YN-D1.
 */
public record OverlapShare() implements Metric<OverlapView> {
    private static final Words NONE = new Words("没有学校属于集群", "no school is in a cluster");

    @Override
    public Definition definition() {
        return new Definition(
                "membership.overlap",
                new Words("集群成员重叠比例", "share of clustered schools in several clusters"),
                "schools with a day in two clusters / schools with a day in any cluster",
                "1",
                "ratio",
                Better.NONE,
                List.of("YN-D1"),
                List.of("memberships.cluster_id", "memberships.joined_on"),
                new Words("没有学校属于集群时不评价", "absent when no school is in a cluster"),
                "independent recomputation over the sample");
    }

    @Override
    public Class<OverlapView> view() {
        return OverlapView.class;
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Outcome of(OverlapView view) {
        long several = view.schools().stream().filter(Belonging::overlaps).count();
        long all = view.schools().size();
        return Share.of(
                1, BigDecimal.valueOf(several), BigDecimal.valueOf(all), Counts.ofSchools(all), NONE, Words.NONE);
    }
}
