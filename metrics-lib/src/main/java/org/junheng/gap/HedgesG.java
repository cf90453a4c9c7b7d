package org.junheng.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.stats.StandardisedDifference;
import org.junheng.stats.WeightedDecimals;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;

/**
 * Standardised difference of two groups of schools (标准化差距, Hedges g); schools are the units and count alike.
 *
 * <p>{@code g = J d}, {@code d = (x1 - x2) / sp}, {@code sp^2 = ((n1-1) s1^2 + (n2-1) s2^2) / f} with n - 1 variances and
 * {@code f = n1 + n2 - 2}; {@code J = Gamma(f/2) / (sqrt(f/2) Gamma((f-1)/2))}; in standard deviations.
 *
 * <p>Absent with fewer than two schools in a group or without any spread.
 *
 * <p>Source: Hedges 1981 (the exact correction).
 *
 * <p>Clause: YN-D2.
 */
public record HedgesG(Comparison comparison) implements Metric<SchoolsView> {
    private static final Words SMALL = new Words("每组至少需要2所学校", "each group needs at least two schools");
    private static final Words NO_SPREAD = new Words("组内没有差异,无法标准化", "no spread within the groups to measure against");

    @Override
    public Definition definition() {
        return new Definition(
                "gap.hedges_g",
                new Words("标准化差距(Hedges g)", "standardised difference of two groups of schools (Hedges g)"),
                "J (x1 - x2) / sp, schools unweighted, n - 1 variances, J = Gamma(f/2) / (sqrt(f/2) Gamma((f-1)/2)), f = n1 + n2 - 2",
                "1",
                "standard deviations",
                Better.NONE,
                List.of("YN-D2"),
                List.of(
                        "schools.urban_rural_class",
                        "memberships.role",
                        "school_scores.mean_score",
                        "school_indicators.value"),
                new Words("任一组少于2所学校或无差异时不评价", "absent with fewer than two schools in a group or without any spread"),
                "independent recomputation over three public school systems; R effectsize");
    }

    @Override
    public Class<SchoolsView> view() {
        return SchoolsView.class;
    }

    @Override
    public String facetSuffix() {
        return comparison.suffix();
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        return Gaps.isArea(view)
                && view.usable().stream().anyMatch(comparison::isFirst)
                && view.usable().stream().anyMatch(comparison::isSecond);
    }

    @Override
    public Outcome of(SchoolsView view) {
        List<SchoolFigure> one = group(view, comparison::isFirst);
        List<SchoolFigure> two = group(view, comparison::isSecond);
        if (one.size() < 2 || two.size() < 2) {
            return Gaps.absent(SMALL, view);
        }
        Parts parts = Parts.of(one, two);
        if (parts.pooled().signum() == 0) {
            return Gaps.absent(NO_SPREAD, view);
        }
        BigDecimal d = Decimals.ratio(parts.first().subtract(parts.second()), parts.pooled());
        return Outcome.nearest(parts.correction() * Decimals.nearest(d), Gaps.counts(view));
    }

    @Override
    public Map<String, BigDecimal> terms(SchoolsView view) {
        List<SchoolFigure> one = group(view, comparison::isFirst);
        List<SchoolFigure> two = group(view, comparison::isSecond);
        if (one.size() < 2 || two.size() < 2) {
            return Map.of();
        }
        Parts parts = Parts.of(one, two);
        return Map.of(
                "J", Decimals.of(parts.correction()),
                "x1", parts.first(),
                "x2", parts.second(),
                "sp", parts.pooled(),
                "n1", BigDecimal.valueOf(one.size()),
                "n2", BigDecimal.valueOf(two.size()));
    }

    /** The means of both groups, their pooled standard deviation, and the correction for few schools. */
    private record Parts(BigDecimal first, BigDecimal second, BigDecimal pooled, double correction) {
        static Parts of(List<SchoolFigure> one, List<SchoolFigure> two) {
            WeightedDecimals a = moments(one);
            WeightedDecimals b = moments(two);
            double f = one.size() + two.size() - 2;
            BigDecimal squares = Decimals.times(a.weight(), a.variance()).add(Decimals.times(b.weight(), b.variance()));
            BigDecimal pooled = Decimals.root(Decimals.ratio(squares, BigDecimal.valueOf(f)));
            return new Parts(a.mean(), b.mean(), pooled, StandardisedDifference.correction(f));
        }
    }

    private static List<SchoolFigure> group(SchoolsView view, Predicate<SchoolFigure> belongs) {
        return view.usable().stream().filter(belongs).toList();
    }

    private static WeightedDecimals moments(List<SchoolFigure> schools) {
        return WeightedDecimals.of(schools.stream()
                .map(s -> new WeightedDecimals.Term(s.exact(), BigDecimal.ONE))
                .toList());
    }
}
