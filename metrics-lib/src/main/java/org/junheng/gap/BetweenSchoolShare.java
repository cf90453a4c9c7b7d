package org.junheng.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.Facet;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;

/**
 * Share of the variance of pupils' scores that lies between schools (校际方差占比).
 *
 * <p>{@code B / (B + W)}, {@code B = sum(n (m_s - m)^2) / N}, {@code W = sum((n - 1) sd^2) / N}; a ratio; does not depend on the zero point.
 *
 * <p>Schools without a standard deviation are left out (a school of one pupil has none and adds 0). Absent with fewer than two schools or
 * without any variance.
 *
 * <p>Source: one-way decomposition of the sum of squares; the reading (b) of the difference rate.
 *
 * <p>Clause: YN-D2.
 */
public record BetweenSchoolShare() implements Metric<SchoolsView> {
    private static final List<String> INPUTS =
            List.of("school_scores.mean_score", "school_scores.sd_score", "school_scores.tested_count");

    @Override
    public Definition definition() {
        return Gaps.define(
                INPUTS,
                "gap.between_school_share",
                "校际方差占比",
                "share of the variance between schools",
                "B / (B + W), B = sum(n (m_s - m)^2) / N, W = sum((n - 1) sd^2) / N",
                "ratio",
                new Words(
                        "缺标准差的学校也剔除;不足2所或没有差异时不评价",
                        "those without sd too; absent with fewer than two or without variance"),
                "hand example");
    }

    private static final Words NO_SPREAD =
            new Words("少于2所学校有标准差", "fewer than two schools report a standard deviation");

    private static final Words NO_VARIANCE = new Words("成绩没有差异", "the scores do not differ at all");

    @Override
    public boolean appliesTo(SchoolsView view) {
        return Gaps.isArea(view) && view.facet().startsWith(Facet.SCORE);
    }

    @Override
    public Outcome of(SchoolsView view) {
        SchoolsView known = known(view);
        if (known.usable().size() < 2) {
            return Gaps.absent(NO_SPREAD, known);
        }
        BigDecimal between = known.moments().variance();
        BigDecimal total = between.add(within(known));
        return total.signum() == 0
                ? Gaps.absent(NO_VARIANCE, known)
                : Value.of(Decimals.nearest(Decimals.ratio(between, total)), Gaps.counts(known));
    }

    private static SchoolsView known(SchoolsView view) {
        return view.only(s -> s.isUsable() && (s.spread() != null || s.w() == 1));
    }

    private static BigDecimal within(SchoolsView known) {
        BigDecimal within = BigDecimal.ZERO;
        for (SchoolFigure s : known.usable()) {
            BigDecimal sd = Decimals.of(s.spread() == null ? 0 : s.spread());
            within = within.add(sd.multiply(sd).multiply(Decimals.of(s.w()).subtract(BigDecimal.ONE)), Decimals.DIGITS);
        }
        return Decimals.ratio(within, known.moments().weight());
    }

    @Override
    public Map<String, BigDecimal> terms(SchoolsView view) {
        SchoolsView known = known(view);
        return known.usable().isEmpty() ? Map.of() : Map.of("B", known.moments().variance(), "W", within(known));
    }

    @Override
    public Class<SchoolsView> view() {
        return SchoolsView.class;
    }
}
