package org.junheng.stock;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.stock.SupportView.Supported;

/**
 * Share of schools, or of pupils, in a cluster of any type (集团化办学覆盖率).
 *
 * <p>{@code in a cluster on the roster day / all}; a school in two clusters counts once. By stage, and schools also over all stages. Pupils: only
 * schools whose pupils are known.
 *
 * <p>Absent when there is no school or no pupil.
 *
 * <p>Source: Yunnan guideline 2024, dimension 1 (proposal: the text gives no formula; reported so by Shanghai and Guangzhou).
 *
 * <p>Clause: YN-D1.
 */
public record ClusterCoverage(Of of) implements Metric<SupportView> {
    private static final Words NOBODY = new Words("没有学校或学生", "no school or no pupil");
    private static final Words NO_PUPILS = new Words("学生数未知", "pupils are not reported");

    /** What is counted. */
    public enum Of {
        SCHOOLS,
        PUPILS
    }

    @Override
    public Definition definition() {
        boolean schools = of == Of.SCHOOLS;
        return new Definition(
                schools ? "coverage.cluster_schools" : "coverage.cluster_pupils",
                schools
                        ? new Words("集团化办学学校覆盖率", "share of schools in a cluster")
                        : new Words("集团化办学学生覆盖率", "share of pupils in a cluster"),
                schools
                        ? "schools in a cluster on the roster day (30 June, or as_of) / schools"
                        : "pupils of schools in a cluster on the roster day (30 June, or as_of) / pupils, schools whose pupils are known",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-D1"),
                schools
                        ? List.of("memberships.cluster_id", "schools.school_code")
                        : List.of("memberships.cluster_id", "staff.pupil_count"),
                new Words("没有学校或学生时不评价", "absent without schools or pupils"),
                "independent recomputation over the sample");
    }

    @Override
    public Class<SupportView> view() {
        return SupportView.class;
    }

    @Override
    public boolean appliesTo(SupportView view) {
        return of == Of.SCHOOLS || view.about().stage() != null;
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Outcome of(SupportView view) {
        List<Supported> known = view.schools().stream()
                .filter(s -> of == Of.SCHOOLS || s.pupils() != null)
                .toList();
        List<Supported> clustered = known.stream().filter(Supported::clustered).toList();
        BigDecimal all = amount(known);
        Long pupils = of == Of.SCHOOLS ? null : Long.valueOf(Math.round(all.doubleValue()));
        return Share.of(
                1,
                amount(clustered),
                all,
                new Counts((long) known.size(), pupils, null),
                NOBODY,
                Share.leftOut(view.schools().size() - known.size(), NO_PUPILS));
    }

    private BigDecimal amount(List<Supported> schools) {
        return of == Of.SCHOOLS
                ? BigDecimal.valueOf(schools.size())
                : Share.sum(schools.stream()
                        .map(s -> s.pupils() == null ? Double.valueOf(0) : s.pupils())
                        .toList());
    }
}
