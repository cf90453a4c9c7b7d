package org.junheng.gap;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.SchoolsView;

/**
 * Share of the delivered schools that a comparison can use (数据覆盖率).
 *
 * <p>{@code usable / delivered}: schools with a value and pupils over the schools with a row in the facet's own table; a ratio.
 *
 * <p>Absent when no school was delivered. {@code n_schools} is the number delivered.
 *
 * <p>Source: reporting rule of this project.
 *
 * <p>Clauses: YN-D2; national-2017:R-CV.
 */
public record DataCoverage() implements Metric<SchoolsView> {
    @Override
    public Definition definition() {
        return new Definition(
                "coverage.data",
                new Words("数据覆盖率", "share of delivered schools that can be used"),
                "usable / delivered",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-D2", "national-2017:R-CV"),
                Gaps.INPUTS,
                new Words("没有学校上报时不评价", "absent when no school was delivered"),
                "independent recomputation over three public school systems");
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        return Gaps.isArea(view);
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Outcome of(SchoolsView view) {
        long delivered = view.delivered().size();
        long usable = view.usable().size();
        Counts counts = Counts.ofSchools(delivered);
        return delivered == 0
                ? new Absent("没有学校上报", "no school was delivered", counts)
                : Value.ofRatio((double) usable / delivered, usable, delivered, counts);
    }

    @Override
    public Class<SchoolsView> view() {
        return SchoolsView.class;
    }
}
