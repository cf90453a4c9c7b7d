package org.junheng.gap;

import java.util.Optional;
import org.junheng.metric.Words;
import org.junheng.stats.CompensatedSum;
import org.junheng.stats.WeightedDecimals;
import org.junheng.subject.Grouping;
import org.junheng.subject.SchoolsView;

/** An entropy index over the schools of a view: whole, between groups and within groups. */
final class Inequality {
    private static final Words ZERO_VALUE =
            new Words("存在为0的值,对数平均偏差无定义", "a value of 0: the mean log deviation is not defined");

    private Inequality() {}

    /** Why the index is not defined here, if it is not. */
    static Optional<Words> undefined(Entropy index, SchoolsView view) {
        if (view.usable().size() < 2) {
            return Optional.of(Gaps.NEEDS_TWO);
        } else if (view.hasNegative()) {
            return Optional.of(Gaps.NEGATIVE);
        } else if (view.moments().mean().signum() == 0) {
            return Optional.of(Gaps.ZERO_MEAN);
        } else if (index == Entropy.MEAN_LOG_DEVIATION && view.hasZero()) {
            return Optional.of(ZERO_VALUE);
        }
        return Optional.empty();
    }

    static double whole(Entropy index, SchoolsView view) {
        return index.of(view.moments());
    }

    static double between(Entropy index, SchoolsView view, Grouping grouping) {
        return index.of(view.means(grouping));
    }

    static double within(Entropy index, SchoolsView view, Grouping grouping) {
        CompensatedSum sum = new CompensatedSum();
        for (WeightedDecimals part : view.groups(grouping)) {
            if (part.mean().signum() > 0) {
                sum.add(index.shareOf(part, view.moments()) * index.of(part));
            }
        }
        return sum.value();
    }
}
