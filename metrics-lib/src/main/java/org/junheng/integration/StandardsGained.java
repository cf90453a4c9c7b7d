package org.junheng.integration;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.integration.ProgressView.Change;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;

/**
 * Resource standards that the members of a cluster meet now and did not at the baseline, less those they lost (成员学校资源达标项净增数).
 *
 * <p>{@code sum(met now - met then)} over the stages of member schools of which all seven standards are assessed at both dates; standards.
 *
 * <p>Absent when that is so of no stage of any member.
 *
 * <p>Source: Yunnan guideline 2024, dimension 4 (proposal).
 *
 * <p>Clause: YN-D4.
 */
public record StandardsGained() implements Metric<ProgressView> {
    private static final Words NONE =
            new Words("没有前后两年七项指标均已评价的成员学校", "no member with all seven standards assessed at both dates");

    @Override
    public Definition definition() {
        return new Definition(
                "improvement.standards_gained",
                new Words("成员学校资源达标项净增数", "resource standards gained by members, less those lost"),
                "sum(standards met now - at the baseline) over the stages of member schools",
                "1",
                "standards",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of("memberships.cluster_id", "staff.pupil_count"),
                new Words("两年七项未全部评价的学段剔除", "stages not assessed in full at both dates are left out"),
                "independent recomputation over the sample");
    }

    @Override
    public Class<ProgressView> view() {
        return ProgressView.class;
    }

    @Override
    public Outcome of(ProgressView view) {
        long schools =
                view.members().stream().filter(m -> !m.standardsMet().isEmpty()).count();
        BigDecimal gained = BigDecimal.ZERO;
        for (var member : view.members()) {
            for (Change met : member.standardsMet()) {
                gained = gained.add(Decimals.of(met.now())).subtract(Decimals.of(met.then()));
            }
        }
        Counts counts = Counts.ofSchools(schools);
        return schools == 0
                ? new Absent(NONE, counts)
                : Share.total(
                        gained,
                        counts,
                        Share.leftOut(
                                view.members().size() - schools,
                                new Words("前后未全部评价", "not assessed in full at both dates")));
    }
}
