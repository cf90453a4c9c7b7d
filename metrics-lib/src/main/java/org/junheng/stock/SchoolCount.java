package org.junheng.stock;

import java.util.List;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.RosterView;

/**
 * Number of schools (学校数): distinct codes of the roster in the year, special schools included.
 *
 * <p>Never absent: a subject without schools has no row.
 *
 * <p>Source: reporting rule of this project.
 *
 * <p>Clause: YN-D1.
 */
public record SchoolCount() implements Metric<RosterView> {
    @Override
    public Definition definition() {
        return new Definition(
                "count.schools",
                new Words("学校数", "number of schools"),
                "distinct school codes of the year, special schools included",
                "1",
                "schools",
                Better.NONE,
                List.of("YN-D1"),
                List.of("schools.school_code", "schools.county_code"),
                new Words("没有学校即无此行", "no row without schools"),
                "independent recomputation over three public school systems");
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
        long schools = view.schools().stream()
                .map(RosterView.Listed::school)
                .distinct()
                .count();
        return Value.of(schools, Counts.ofSchools(schools));
    }
}
