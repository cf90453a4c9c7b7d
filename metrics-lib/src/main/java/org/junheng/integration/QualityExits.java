package org.junheng.integration;

import java.util.List;
import org.junheng.integration.ExitView.Membered;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;

/**
 * Members that left the cluster as quality schools (脱离集群的新优质学校数), or that are quality schools and still in it when its cycle is over (可逐步脱离的成员学校数).
 *
 * <p>Left: a membership ended in the school year, and the school is on the official list that year or the next. Candidate: on the list while a member
 * on or after the end of the cycle; before that there is none.
 *
 * <p>Absent when no member's standing is known.
 *
 * <p>Source: Yunnan guideline 2024: a member that became a quality school may leave step by step (YN-13, no duty).
 *
 * <p>Clauses: YN-13; YN-D4.
 */
public record QualityExits(Which which) implements Metric<ExitView> {
    private static final Words UNKNOWN = new Words("是否优质学校未填", "not said whether it is a quality school");

    /** Who left, or who may leave. */
    public enum Which {
        LEFT,
        CANDIDATE
    }

    @Override
    public Definition definition() {
        boolean left = which == Which.LEFT;
        return new Definition(
                left ? "improvement.quality_exits" : "improvement.exit_candidates",
                left
                        ? new Words("脱离集群的新优质学校数", "members that left as quality schools")
                        : new Words("可逐步脱离的优质成员学校数", "quality schools still members after the cycle"),
                left
                        ? "members whose membership ended in the school year and that are quality schools"
                        : "members that are quality schools when the cycle is over",
                "1",
                "schools",
                left ? Better.HIGHER : Better.NONE,
                List.of("YN-13", "YN-D4"),
                List.of("memberships.cluster_id", "schools.is_quality_school"),
                new Words("没有成员学校的标记时不评价", "absent when no member's standing is known"),
                "hand example");
    }

    @Override
    public Class<ExitView> view() {
        return ExitView.class;
    }

    @Override
    public Outcome of(ExitView view) {
        List<Membered> known =
                view.members().stream().filter(m -> m.quality() != null).toList();
        long n = known.stream()
                .filter(m -> Boolean.TRUE.equals(m.quality()) && counts(m, view))
                .count();
        Counts counts = Counts.ofSchools(known.size());
        return known.isEmpty()
                ? new Absent(UNKNOWN, counts)
                : Share.total(
                        java.math.BigDecimal.valueOf(n),
                        counts,
                        Share.leftOut(view.members().size() - known.size(), UNKNOWN));
    }

    private boolean counts(Membered m, ExitView view) {
        return which == Which.LEFT ? m.left() : view.cycleOver() && !m.left();
    }
}
