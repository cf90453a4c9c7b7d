package org.junheng.radiation;

import java.util.List;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.radiation.StaffView.Staffed;

/**
 * Share of backbone teachers among the teachers who rotated (交流轮岗骨干教师比例).
 *
 * <p>{@code sum(rotated backbone) / sum(rotated)} over schools that report both in every stage; a ratio. Facet {@code URBAN_QUALITY} as for
 * {@link RotationShare}.
 *
 * <p>Absent when no school reports both, or nobody rotated.
 *
 * <p>Source: Yunnan guideline 2024: at least 20 % (YN-11, undefined when nobody rotated); 教督〔2017〕6号, government 11.
 *
 * <p>Clauses: YN-11; YN-D3; national-2017:G11.
 */
public record RotationBackboneShare(RotationScope scope) implements Metric<StaffView> {
    private static final Words NOBODY = new Words("没有交流轮岗的教师", "no teacher rotated");

    @Override
    public Definition definition() {
        return new Definition(
                "rotation.backbone_share",
                new Words("交流轮岗教师中骨干教师比例", "share of backbone teachers among those who rotated"),
                "rotated backbone teachers / rotated teachers; facet URBAN_QUALITY: schools in cities and towns, and quality schools",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-11", "YN-D3", "national-2017:G11"),
                List.of("staff.rotated_backbone_teachers", "staff.rotated_teachers"),
                new Words(
                        "没有教师交流时不评价;缺数的学校剔除并说明",
                        "absent when nobody rotated; schools that do not report are left out and said"),
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
        return Rotation.share(view, scope, Staffed::rotatedBackbone, Staffed::rotated, NOBODY);
    }
}
