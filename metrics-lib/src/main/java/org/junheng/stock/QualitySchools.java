package org.junheng.stock;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.RosterView;

/**
 * Number of quality schools (优质学校数), by the official flag.
 *
 * <p>Schools with {@code is_quality_school = true}; {@code n_schools} = schools whose flag is known.
 *
 * <p>Absent when no flag is known.
 *
 * <p>Source: Yunnan guideline 2024, dimension 1.
 *
 * <p>Clause: YN-D1.
 */
public record QualitySchools() implements Metric<RosterView> {
    static final Words NO_FLAG = new Words("缺少 schools.is_quality_school", "schools.is_quality_school is not reported");

    @Override
    public Definition definition() {
        return new Definition(
                "stock.quality_schools",
                new Words("优质学校数", "number of quality schools"),
                "schools with is_quality_school = true, among schools whose flag is known",
                "1",
                "schools",
                Better.HIGHER,
                List.of("YN-D1"),
                List.of("schools.is_quality_school"),
                new Words("没有一所学校有标记时不评价", "absent when no flag is known"),
                "independent recomputation over a public school system");
    }

    @Override
    public Class<RosterView> view() {
        return RosterView.class;
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Outcome of(RosterView view) {
        long known = view.schools().stream().filter(s -> s.quality() != null).count();
        Counts counts = Counts.ofSchools(known);
        long quality = view.schools().stream()
                .filter(s -> Boolean.TRUE.equals(s.quality()))
                .count();
        return known == 0 ? new Absent(NO_FLAG, counts) : Value.ofRatio(quality, quality, known, counts);
    }
}
