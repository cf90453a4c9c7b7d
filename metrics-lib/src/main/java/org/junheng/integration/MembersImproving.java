package org.junheng.integration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.integration.ProgressView.Change;
import org.junheng.integration.ProgressView.Progressed;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;

/**
 * Share of the members of a cluster that improve on at least two of three (成员学校改进面): value-added, share of pupils among the lowest 30 %,
 * satisfaction of pupils and parents, each against the baseline.
 *
 * <p>{@code members improving / members of which it is known}. Up is better, for the lowest 30 % down; unchanged is not improved. A member of which something is
 * missing is known to improve when two of the rest do, known not to when two can no longer be reached, and else left out and said.
 *
 * <p>Absent when it is known of no member.
 *
 * <p>Source: Yunnan guideline 2024, dimension 4 (proposal: the text gives no formula).
 *
 * <p>Clause: YN-D4.
 */
public record MembersImproving() implements Metric<ProgressView> {
    private static final int NEEDED = 2;
    private static final Words UNKNOWN = new Words("前后数据不足", "not enough is known at both dates");
    private static final Words NONE = new Words("没有前后数据齐全的成员学校", "no member of which enough is known at both dates");

    @Override
    public Definition definition() {
        return new Definition(
                "improvement.members_improving",
                new Words("成员学校改进面", "share of members improving on two of three"),
                "members improving on at least 2 of value-added, bottom-30 % share, satisfaction / members of which it is known",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-D4"),
                List.of(
                        "memberships.cluster_id",
                        "school_scores.bottom30_share|survey_counts.satisfied|survey_responses.answer"),
                new Words("数据不足以判断的成员剔除并说明", "members of which it cannot be told are left out and said"),
                "independent recomputation over the sample");
    }

    @Override
    public Class<ProgressView> view() {
        return ProgressView.class;
    }

    @Override
    public Outcome of(ProgressView view) {
        List<Boolean> known = new ArrayList<>();
        for (Progressed member : view.members()) {
            Boolean improves = improves(member);
            if (improves != null) {
                known.add(improves);
            }
        }
        Counts counts = Counts.ofSchools(known.size());
        long improving = known.stream().filter(b -> b).count();
        return known.isEmpty()
                ? new Absent(NONE, counts)
                : Share.of(
                        1,
                        BigDecimal.valueOf(improving),
                        BigDecimal.valueOf(known.size()),
                        counts,
                        NONE,
                        Share.leftOut(view.members().size() - known.size(), UNKNOWN));
    }

    private static @Nullable Boolean improves(Progressed member) {
        Change bottom = member.bottomShare();
        int better = rises(member.valueAdded()) + rises(member.satisfaction());
        better += bottom != null && bottom.now() < bottom.then() ? 1 : 0;
        int unknown = missing(member.valueAdded()) + missing(member.satisfaction()) + missing(bottom);
        return better >= NEEDED ? Boolean.TRUE : better + unknown < NEEDED ? Boolean.FALSE : null;
    }

    private static int rises(@Nullable Change change) {
        return change != null && change.now() > change.then() ? 1 : 0;
    }

    private static int missing(@Nullable Change change) {
        return change == null ? 1 : 0;
    }
}
