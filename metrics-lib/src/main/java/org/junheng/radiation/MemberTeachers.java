package org.junheng.radiation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.radiation.StaffView.Staffed;
import org.junheng.subject.Role;

/**
 * Backbone teachers, or teachers above the required degree, per 100 pupils of member schools (成员学校每百名学生骨干教师数、高于规定学历教师数).
 *
 * <p>{@code 100 * sum(teachers) / sum(pupils)} over the members of a cluster; in an area over the schools that are attributed to a cluster as members.
 *
 * <p>Absent when no member reports both.
 *
 * <p>Source: Yunnan guideline 2024, dimension 1 (proposal).
 *
 * <p>Clause: YN-D1.
 */
public record MemberTeachers(Kind kind) implements Metric<StaffView> {
    private static final Words NOBODY = new Words("没有成员学校或其学生", "no member school, or none with pupils");
    private static final Words NOT_REPORTED = new Words("教师数或学生数未填", "teachers or pupils not reported");

    /** Which teachers. */
    public enum Kind {
        BACKBONE,
        ABOVE_DEGREE
    }

    @Override
    public Definition definition() {
        boolean backbone = kind == Kind.BACKBONE;
        return new Definition(
                backbone ? "stock.member_backbone" : "stock.member_above_degree",
                backbone
                        ? new Words("成员学校每百名学生骨干教师数", "backbone teachers per 100 pupils of member schools")
                        : new Words(
                                "成员学校每百名学生高于规定学历教师数",
                                "teachers above the required degree per 100 pupils of member schools"),
                "100 * sum(teachers) / sum(pupils) over member schools that report both",
                "1",
                "teachers per 100 pupils",
                Better.HIGHER,
                List.of("YN-D1"),
                List.of(
                        backbone ? "staff.backbone_teachers" : "staff.above_required_degree_teachers",
                        "staff.pupil_count",
                        "memberships.cluster_id"),
                new Words(
                        "没有成员学校时不评价;缺数的学校剔除并说明",
                        "absent without members; schools that do not report are left out and said"),
                "independent recomputation over the sample");
    }

    @Override
    public Class<StaffView> view() {
        return StaffView.class;
    }

    @Override
    public boolean appliesTo(StaffView view) {
        return !view.isOfSchool();
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Outcome of(StaffView view) {
        List<Double> teachers = new ArrayList<>();
        List<Double> pupils = new ArrayList<>();
        List<Staffed> members =
                view.schools().stream().filter(s -> s.role() == Role.MEMBER).toList();
        for (Staffed s : members) {
            Double of = kind == Kind.BACKBONE ? s.backbone() : s.aboveDegree();
            if (of != null && s.pupils() != null) {
                teachers.add(of);
                pupils.add(s.pupils());
            }
        }
        BigDecimal all = Share.sum(pupils);
        Counts counts = new Counts((long) pupils.size(), Math.round(all.doubleValue()), null);
        return Share.of(
                100,
                Share.sum(teachers),
                all,
                counts,
                NOBODY,
                Share.leftOut(members.size() - pupils.size(), NOT_REPORTED));
    }
}
