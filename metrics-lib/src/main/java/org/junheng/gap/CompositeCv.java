package org.junheng.gap;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;

/**
 * Composite coefficient of variation (综合差异系数): the arithmetic mean of the coefficients of several resources.
 *
 * <p>{@code sum(cv_k) / K}. A criterion of 2012 (eight resources); of 2017 (seven) for information only.
 *
 * <p>Absent when one of them is.
 *
 * <p>Source: 教督〔2012〕3号.
 *
 * <p>Clause: national-2012:B-COMPOSITE.
 */
public record CompositeCv() implements Composite<List<Outcome>> {
    @Override
    public Definition definition() {
        return new Definition(
                "gap.cv_composite",
                new Words("综合差异系数", "composite coefficient of variation"),
                "arithmetic mean of the coefficients of variation",
                "1",
                "ratio",
                Better.LOWER,
                List.of("national-2012:B-COMPOSITE"),
                List.of("staff.pupil_count", "facilities.equipment_value_10k_yuan"),
                new Words("任一项不评价时不评价", "absent when one coefficient is"),
                "Jiujiang 2023: 0.367503; 22 of 23 published basic-balance composites");
    }

    @Override
    public Outcome of(List<Outcome> coefficients) {
        BigDecimal sum = BigDecimal.ZERO;
        Long schools = null;
        for (Outcome cv : coefficients) {
            if (cv instanceof Absent absent) {
                return new Absent(absent.reason(), absent.counts());
            }
            sum = sum.add(Decimals.of(((Value) cv).value()));
            Long n = cv.counts().schools();
            schools = schools == null ? n : n == null ? schools : Long.valueOf(Math.min(schools, n));
        }
        Counts counts = new Counts(schools, null, null);
        return coefficients.isEmpty()
                ? new Absent(Gaps.NEEDS_TWO, counts)
                : Value.of(
                        Decimals.ratio(sum, BigDecimal.valueOf(coefficients.size()))
                                .doubleValue(),
                        counts);
    }
}
