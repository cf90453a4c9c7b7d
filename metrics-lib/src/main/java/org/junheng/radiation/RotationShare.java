package org.junheng.radiation;

import java.util.List;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.radiation.StaffView.Staffed;

/**
 * Share of the teachers eligible for rotation who rotated in the year (教师交流轮岗比例).
 *
 * <p>{@code sum(rotated) / sum(eligible)} over schools that report both in every stage; a ratio. Facet {@code URBAN_QUALITY}: only schools in cities and
 * towns (城镇学校) and quality schools (优质学校), of which the text demands it; empty: all schools.
 *
 * <p>Absent when no school reports both, or none of the teachers is eligible.
 *
 * <p>Source: Yunnan guideline 2024, after 教师〔2014〕4号: at least 10 % a year (YN-10); 教督〔2017〕6号, government 11.
 *
 * <p>Clauses: YN-10; YN-D3; national-2017:G11.
 */
public record RotationShare(RotationScope scope) implements Metric<StaffView> {
    private static final Words NOBODY = new Words("没有符合交流条件的教师", "no teacher is eligible for rotation");

    @Override
    public Definition definition() {
        return new Definition(
                "rotation.share",
                new Words("教师交流轮岗比例", "share of eligible teachers who rotated"),
                "rotated teachers / teachers eligible for rotation; facet URBAN_QUALITY: schools in cities and towns, and quality schools",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-10", "YN-D3", "national-2017:G11"),
                List.of("staff.rotated_teachers", "staff.rotation_eligible_teachers"),
                new Words(
                        "没有符合条件的教师时不评价;缺数的学校剔除并说明",
                        "absent without eligible teachers; schools that do not report are left out and said"),
                "independent recomputation over the sample");
    }

    @Override
    public Class<StaffView> view() {
        return StaffView.class;
    }

    @Override
    public boolean appliesTo(StaffView view) {
        return scope.appliesTo(view);
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public String facetSuffix() {
        return scope.facet();
    }

    @Override
    public Outcome of(StaffView view) {
        return Rotation.share(view, scope, Staffed::rotated, Staffed::eligible, NOBODY);
    }
}
