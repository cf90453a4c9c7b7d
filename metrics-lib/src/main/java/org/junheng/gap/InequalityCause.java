package org.junheng.gap;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.ChangeView;
import org.junheng.subject.Grouping;
import org.junheng.subject.SchoolsView;

/**
 * What of a change of the Theil index or the mean log deviation is due to one cause, when schools form groups (泰尔指数、对数平均偏差变化的分解).
 *
 * <p>With {@code v} the groups' shares of pupils, {@code m} their means, {@code I} their own indices, {@code s} the weights of these ({@code v}, or shares of the
 * sum for Theil): WITHIN {@code sum(s. dI)}, a dot for the mean of both years. What remains, {@code F(v, m) = sum(s I.) + between(v, m)}, changes with the
 * pupils (WEIGHTS) and the means of the groups (MEANS), each the mean of what it adds before and after the other. The three add up to the change of the index.
 * A group of one year only has no share in the other.
 *
 * <p>The change of the part between groups is cut another way: JOINS, schools that stay and came into a group; LEAVES, schools that stay and left theirs (one
 * that went over to another group did both, first leaving); FIXED_GROUPS, all else. JOINS and LEAVES are Shapley values over the figures of both years; the
 * three add up to the change of the part between, and JOINS and LEAVES change the part within by their opposites.
 *
 * <p>Absent where the index of either year is not defined.
 *
 * <p>Source: Mookherjee and Shorrocks 1982, made exact by Shapley values (Shorrocks 2013).
 *
 * <p>Clause: YN-D2.
 */
public record InequalityCause(InequalityPart.Index index, Cause cause, Grouping grouping)
        implements Metric<ChangeView> {

    /** What may have changed the index. */
    public enum Cause {
        WITHIN("组内差异变化", "inequality within groups"),
        WEIGHTS("各组学生数变化", "pupils of the groups"),
        MEANS("各组平均数变化", "means of the groups"),
        JOINS("学校加入各组(组间部分)", "schools that came into a group (part between)"),
        LEAVES("学校离开各组(组间部分)", "schools that left their group (part between)"),
        FIXED_GROUPS("分组不变时的变化(组间部分)", "what changed with the groups as they were (part between)");

        private final Words words;

        boolean isOfPartBetween() {
            return this == JOINS || this == LEAVES || this == FIXED_GROUPS;
        }

        Cause(String zh, String en) {
            this.words = new Words(zh, en);
        }
    }

    @Override
    public Definition definition() {
        String name = index.name().toLowerCase(Locale.ROOT);
        return new Definition(
                "gap_change." + name + "_from_" + cause.name().toLowerCase(Locale.ROOT),
                new Words(
                        (index == InequalityPart.Index.THEIL ? "泰尔指数" : "对数平均偏差") + "变化:" + cause.words.zh(),
                        "change of the " + name + " index from " + cause.words.en()),
                cause.isOfPartBetween()
                        ? "joins, leaves and fixed_groups add up to the change of the part between; Shapley values over groups and figures of both"
                                + " years"
                        : "within, weights and means add up to the change of the index; Shapley values of weights and means",
                cause.isOfPartBetween() ? "2" : "1",
                "index",
                Better.LOWER,
                List.of("YN-D2"),
                Gaps.INPUTS,
                new Words("任一年指数不评价时不评价", "absent where the index of either year is"),
                "hand example; adds up");
    }

    @Override
    public Class<ChangeView> view() {
        return ChangeView.class;
    }

    @Override
    public Grouping grouping() {
        return grouping;
    }

    @Override
    public boolean appliesTo(ChangeView view) {
        InequalityPart part = new InequalityPart(index, InequalityPart.Part.BETWEEN, grouping);
        return part.appliesTo(view.base()) && part.appliesTo(view.now());
    }

    @Override
    public Outcome of(ChangeView view) {
        return Inequality.undefined(index.entropy(), view.base())
                .or(() -> Inequality.undefined(index.entropy(), view.now()))
                .<Outcome>map(why -> new Absent(why, Gaps.counts(view.now())))
                .orElseGet(() -> {
                    double part = cause.isOfPartBetween() ? between(view) : part(view);
                    return Double.isFinite(part)
                            ? Value.of(part + 0.0, Gaps.counts(view.now()))
                            : new Absent(Gaps.ZERO_MEAN, Gaps.counts(view.now()));
                });
    }

    private double part(ChangeView view) {
        GroupShares base = GroupShares.of(view.base(), grouping, index.entropy());
        GroupShares now = GroupShares.of(view.now(), grouping, index.entropy());
        Set<String> groups = new TreeSet<>(base.names());
        groups.addAll(now.names());
        return GroupShares.cause(cause, index.entropy(), base.over(groups, now), now.over(groups, base));
    }

    /** By the figures of both years and the groups before and after, and by the two halves of the way between these. */
    private double between(ChangeView view) {
        Regrouping regrouping = new Regrouping(view, grouping);
        double sum = 0;
        for (SchoolsView figures : List.of(view.base(), view.now())) {
            double none = regrouping.between(figures, index.entropy(), false, false);
            double both = regrouping.between(figures, index.entropy(), true, true);
            if (cause == Cause.FIXED_GROUPS) {
                sum += (figures.equals(view.now()) ? 1 : -1) * (none + both);
            } else {
                double joined = regrouping.between(figures, index.entropy(), true, false);
                double left = regrouping.between(figures, index.entropy(), false, true);
                sum += (both - none + (cause == Cause.JOINS ? joined - left : left - joined)) / 2;
            }
        }
        return sum / 2;
    }
}
