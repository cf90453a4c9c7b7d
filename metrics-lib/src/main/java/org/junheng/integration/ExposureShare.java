package org.junheng.integration;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.subject.Exposure;

/**
 * The part of a school year that a school belonged to a cluster (集群归属时间占比); the facet names the cluster.
 *
 * <p>{@code days / open days} of the school year, 1 September to 31 August; days in two clusters are split as {@link Exposure} says, so that the
 * shares of a school never exceed 1.
 *
 * <p>Absent when the school was not open on any day.
 *
 * <p>Source: method of this project (membership calculus): a school counts once, whatever it is a member of.
 *
 * <p>Clause: YN-D4.
 */
public record ExposureShare() implements Metric<ExposureView> {
    private static final Words CLOSED = new Words("学校在该学年未开办", "the school was not open in the school year");

    @Override
    public Definition definition() {
        return new Definition(
                "membership.exposure",
                new Words("集群归属时间占比", "part of the school year in a cluster"),
                "days in the cluster / open days of the school year; a day in two clusters is split by declared shares, else equally",
                "1",
                "ratio",
                Better.NONE,
                List.of("YN-D4"),
                List.of("memberships.cluster_id", "memberships.joined_on"),
                new Words("学校该学年未开办时不评价", "absent when the school was not open"),
                "count day by day");
    }

    @Override
    public Class<ExposureView> view() {
        return ExposureView.class;
    }

    @Override
    public Outcome of(ExposureView view) {
        Long pupils = view.pupils() == null ? null : Long.valueOf(Math.round(view.pupils()));
        return Share.of(
                1, view.days(), BigDecimal.valueOf(view.open()), new Counts(1L, pupils, null), CLOSED, Words.NONE);
    }
}
