package org.junheng.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.stock.SupportView.Supported;
import org.junheng.subject.ClusterType;

/**
 * Share of new, weak and rural schools, kindergartens included, that have a support mode (帮扶覆盖率).
 *
 * <p>{@code covered / flagged}: flagged = weak, new or rural; covered = in a cluster on the roster day of the year (30 June, or the day {@code as_of}). The facet names
 * one target ({@code WEAK}, {@code NEW}, {@code RURAL}) or one mode ({@code EDUCATION_GROUP}); empty = any target, any mode. A school whose
 * flags are all false is not flagged; where none is true and one is unknown the school is left out and said.
 *
 * <p>Absent when no school is flagged.
 *
 * <p>Source: Yunnan guideline 2024: every new, weak or rural school has at least one mode within three years (YN-07, by 2027-02-01).
 *
 * <p>Clauses: YN-07; YN-D1.
 */
public record SupportCoverage(Target target, @Nullable ClusterType mode) implements Metric<SupportView> {
    private static final Words NONE_FLAGGED = new Words("没有新建、薄弱或乡村学校", "no new, weak or rural school");
    private static final Words UNKNOWN = new Words("是否新建、薄弱、乡村未知", "whether new, weak or rural is not said");

    /** Which schools are to be supported. */
    public enum Target {
        ANY,
        WEAK,
        NEW,
        RURAL;

        /** Whether a school is one of them; null = not known. */
        @Nullable
        Boolean holds(Supported s) {
            return switch (this) {
                case WEAK -> s.weak();
                case NEW -> s.newlyBuilt();
                case RURAL -> s.rural();
                case ANY -> any(s.weak(), s.newlyBuilt(), s.rural());
            };
        }

        private static @Nullable Boolean any(@Nullable Boolean a, @Nullable Boolean b, @Nullable Boolean c) {
            if (Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b) || Boolean.TRUE.equals(c)) {
                return true;
            }
            boolean sure = a != null && b != null && c != null;
            return sure ? Boolean.FALSE : null;
        }
    }

    /** All targets in all modes together, then each target, then each mode. */
    public static List<SupportCoverage> each() {
        List<SupportCoverage> each = new ArrayList<>();
        for (Target target : Target.values()) {
            each.add(new SupportCoverage(target, null));
        }
        for (ClusterType mode : ClusterType.values()) {
            each.add(new SupportCoverage(Target.ANY, mode));
        }
        return each;
    }

    @Override
    public Definition definition() {
        return new Definition(
                "coverage.support",
                new Words("新建、薄弱、乡村学校帮扶覆盖率", "support coverage of new, weak and rural schools"),
                "schools in a cluster on the roster day (30 June, or as_of) / schools that are weak, new or rural; by target or by mode where the facet names one",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("YN-07", "YN-D1"),
                List.of(
                        "memberships.cluster_id",
                        "schools.is_weak_school|schools.is_new_school|schools.urban_rural_class"),
                new Words(
                        "没有这类学校时不评价;标记未知的学校剔除并说明",
                        "absent without such schools; schools of unknown flags are left out and said"),
                "independent recomputation over the sample");
    }

    @Override
    public Class<SupportView> view() {
        return SupportView.class;
    }

    @Override
    public boolean appliesTo(SupportView view) {
        return view.about().stage() == null;
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public String facetSuffix() {
        return mode != null ? mode.name() : target == Target.ANY ? "" : target.name();
    }

    @Override
    public Outcome of(SupportView view) {
        List<Supported> known =
                view.schools().stream().filter(s -> target.holds(s) != null).toList();
        List<Supported> flagged =
                known.stream().filter(s -> Boolean.TRUE.equals(target.holds(s))).toList();
        long covered = flagged.stream()
                .filter(s -> mode == null ? s.clustered() : s.modes().contains(mode))
                .count();
        return Share.of(
                1,
                BigDecimal.valueOf(covered),
                BigDecimal.valueOf(flagged.size()),
                Counts.ofSchools(known.size()),
                NONE_FLAGGED,
                Share.leftOut(view.schools().size() - known.size(), UNKNOWN));
    }
}
