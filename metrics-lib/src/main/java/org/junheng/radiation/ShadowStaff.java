package org.junheng.radiation;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;

/**
 * Staff of an area who are released in full for shadow training in the year (脱产跟岗研修人员数).
 *
 * <p>The sum over the schools that report it in every stage; persons.
 *
 * <p>Absent when no school reports it.
 *
 * <p>Source: Yunnan guideline 2024: at least 5 per county and year (YN-09).
 *
 * <p>Clauses: YN-09; YN-D3.
 */
public record ShadowStaff() implements Metric<StaffView> {
    private static final Words NOT_REPORTED = new Words("跟岗研修人员数未填", "shadow-training staff not reported");

    @Override
    public Definition definition() {
        return new Definition(
                "rotation.shadow_staff",
                new Words("脱产跟岗研修人员数", "staff released for shadow training"),
                "sum of shadow_training_staff over the schools of the area",
                "1",
                "persons",
                Better.HIGHER,
                List.of("YN-09", "YN-D3"),
                List.of("staff.shadow_training_staff"),
                new Words("没有学校填报时不评价", "absent when no school reports it"),
                "independent recomputation over the sample");
    }

    @Override
    public Class<StaffView> view() {
        return StaffView.class;
    }

    @Override
    public boolean appliesTo(StaffView view) {
        return view.about().subject().type().isArea();
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Outcome of(StaffView view) {
        List<Double> told = view.schools().stream()
                .flatMap(s -> java.util.stream.Stream.ofNullable(s.shadowing()))
                .toList();
        Counts counts = Counts.ofSchools(told.size());
        return told.isEmpty()
                ? new Absent(NOT_REPORTED, counts)
                : Share.total(
                        Share.sum(told), counts, Share.leftOut(view.schools().size() - told.size(), NOT_REPORTED));
    }
}
