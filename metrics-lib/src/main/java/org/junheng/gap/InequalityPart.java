package org.junheng.gap;

import java.util.Locale;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;
import org.junheng.subject.Grouping;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;

/**
 * The part of an entropy index that lies between the groups of schools, or within them (组间、组内差异).
 *
 * <p>Theil: between {@code sum((W_c/W)(m_c/m) ln(m_c/m))}, within {@code sum((W_c/W)(m_c/m) T_c)}. Mean log deviation: between
 * {@code sum((W_c/W) ln(m/m_c))}, within {@code sum((W_c/W) L_c)}. Both add up to the whole. Schools outside every group form one group.
 *
 * <p>Absent where the whole is.
 *
 * <p>Source: Shorrocks 1980; Mookherjee and Shorrocks 1982.
 *
 * <p>Clause: YN-D2.
 */
public record InequalityPart(Index index, Part part, Grouping grouping) implements Metric<SchoolsView> {

    /** The index that is split. */
    public enum Index {
        THEIL(Entropy.THEIL),
        MLD(Entropy.MEAN_LOG_DEVIATION);

        private final Entropy entropy;

        Index(Entropy entropy) {
            this.entropy = entropy;
        }

        Entropy entropy() {
            return entropy;
        }
    }

    /** Which part. */
    public enum Part {
        BETWEEN,
        WITHIN
    }

    @Override
    public Definition definition() {
        String name = index.name().toLowerCase(Locale.ROOT);
        String side = part.name().toLowerCase(Locale.ROOT);
        return Gaps.define(
                "gap." + name + "_" + side,
                (index == Index.THEIL ? "泰尔指数" : "对数平均偏差") + (part == Part.BETWEEN ? "组间部分" : "组内部分"),
                name + " index, part " + side + " groups",
                part == Part.BETWEEN
                        ? "the index of the group means, weighted by the groups' pupils"
                        : "the groups' own indices, weighted by their share of the sum (theil) or of pupils (mld)",
                "index",
                new Words("整体指数不评价时不评价", "absent where the whole index is"),
                "adds up to the whole; independent recomputation over three public school systems");
    }

    @Override
    public Class<SchoolsView> view() {
        return SchoolsView.class;
    }

    @Override
    public Grouping grouping() {
        return grouping;
    }

    @Override
    public boolean appliesTo(SchoolsView view) {
        boolean larger = view.subjectType() == SubjectType.PREFECTURE || view.subjectType() == SubjectType.PROVINCE;
        return grouping == Grouping.COUNTY
                ? larger
                : Gaps.isArea(view) && view.groups(grouping).size() > 1;
    }

    @Override
    public Outcome of(SchoolsView view) {
        return Inequality.undefined(index.entropy, view)
                .<Outcome>map(why -> Gaps.absent(why, view))
                .orElseGet(() -> Outcome.nearest(
                        part == Part.BETWEEN
                                ? Inequality.between(index.entropy, view, grouping)
                                : Inequality.within(index.entropy, view, grouping),
                        Gaps.counts(view)));
    }
}
