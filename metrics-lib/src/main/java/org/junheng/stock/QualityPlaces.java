package org.junheng.stock;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.PlacesView;
import org.junheng.subject.RosterView;

/**
 * Share of pupils in quality schools (优质学位覆盖率), by stage.
 *
 * <p>{@code sum(pupils of quality schools) / sum(pupils)} over schools whose flag and pupils are known; a ratio.
 *
 * <p>Absent when no school has both, or no pupils.
 *
 * <p>Source: Yunnan guideline 2024, dimension 1 (proposal: the text gives no formula).
 *
 * <p>Clause: YN-D1.
 */
public record QualityPlaces() implements Metric<PlacesView> {
    private static final Words NOTHING = new Words("没有同时具备优质标记与学生数的学校", "no school has both a quality flag and pupils");

    @Override
    public Definition definition() {
        return new Definition(
                "stock.quality_places",
                new Words("优质学位覆盖率", "share of pupils in quality schools"),
                "pupils of quality schools / pupils, schools whose flag and pupils are known",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-D1"),
                List.of("schools.is_quality_school", "staff.pupil_count"),
                new Words("标记或学生数缺失的学校剔除", "schools without flag or pupils are left out"),
                "hand example");
    }

    @Override
    public Class<PlacesView> view() {
        return PlacesView.class;
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Outcome of(PlacesView view) {
        List<RosterView.Listed> known = view.roster().schools().stream()
                .filter(s -> s.quality() != null && s.pupils() != null)
                .toList();
        BigDecimal all = pupils(known);
        BigDecimal quality = pupils(
                known.stream().filter(s -> Boolean.TRUE.equals(s.quality())).toList());
        Counts counts = new Counts((long) known.size(), Math.round(all.doubleValue()), null);
        if (Outcome.nearest(all, counts) instanceof Absent beyond) {
            return beyond;
        }
        return all.signum() == 0
                ? new Absent(NOTHING, counts)
                : Value.ofRatio(
                        Decimals.ratio(quality, all).doubleValue(), quality.doubleValue(), all.doubleValue(), counts);
    }

    private static BigDecimal pupils(List<RosterView.Listed> schools) {
        BigDecimal sum = BigDecimal.ZERO;
        for (RosterView.Listed school : schools) {
            sum = sum.add(Decimals.of(school.pupils() == null ? 0 : school.pupils()));
        }
        return sum;
    }
}
