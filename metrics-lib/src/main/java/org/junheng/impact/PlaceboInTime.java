package org.junheng.impact;

import org.junheng.metric.Absent;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;

/**
 * Placebo in time (时间安慰剂): the effect that the same design finds in the last year before joining, where there is none to find.
 *
 * <p>The average of the group-time effects of that year, cohorts weighted by their schools (row event, largest negative event_time).
 *
 * <p>Absent when no cohort has two years before joining.
 *
 * <p>Clause: YN-D3.
 */
public record PlaceboInTime() implements ImpactReading {
    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.placebo_time",
                new Words("时间安慰剂效应", "placebo effect in the year before joining"),
                "average over cohorts of the group-time effects of the last year before joining (row event, largest negative event_time)",
                "score",
                new Words("没有队列有两个加入前年份时不评价", "absent when no cohort has two years before joining"),
                "mpdta (event time -1 of did 2.1.2); 5 % rejections by simulation");
    }

    @Override
    public Outcome of(ImpactFit fit) {
        return fit.yearBefore()
                .map(ImpactFit::outcome)
                .orElse(new Absent(
                        "没有队列有两个加入前年份",
                        "no cohort has two years before joining",
                        fit.outcome().counts()));
    }
}
