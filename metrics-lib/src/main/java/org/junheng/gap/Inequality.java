package org.junheng.gap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;
import org.junheng.stats.CompensatedSum;
import org.junheng.stats.Decimals;
import org.junheng.stats.WeightedDecimals;
import org.junheng.subject.Grouping;
import org.junheng.subject.SchoolFigure;
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
        } else if (index == Entropy.MEAN_LOG_DEVIATION
                && view.usable().stream().anyMatch(s -> s.exact().signum() == 0)) {
            return Optional.of(ZERO_VALUE);
        }
        return Optional.empty();
    }

    static double whole(Entropy index, SchoolsView view) {
        return index.of(terms(view.usable()), view.moments());
    }

    static double between(Entropy index, SchoolsView view, Grouping grouping) {
        List<WeightedDecimals.Term> means = new ArrayList<>();
        for (List<SchoolFigure> group : groups(view, grouping).values()) {
            WeightedDecimals part = WeightedDecimals.of(terms(group));
            means.add(new WeightedDecimals.Term(part.mean(), part.weight()));
        }
        return index.of(means, view.moments());
    }

    static double within(Entropy index, SchoolsView view, Grouping grouping) {
        CompensatedSum sum = new CompensatedSum();
        for (List<SchoolFigure> group : groups(view, grouping).values()) {
            WeightedDecimals part = WeightedDecimals.of(terms(group));
            if (part.mean().signum() > 0) {
                sum.add(index.shareOf(part, view.moments()) * index.of(terms(group), part));
            }
        }
        return sum.value();
    }

    /** Schools by group in code order; those without a county, cluster or class form one group of their own. */
    static SortedMap<String, List<SchoolFigure>> groups(SchoolsView view, Grouping grouping) {
        SortedMap<String, List<SchoolFigure>> groups = new TreeMap<>();
        view.usable().forEach(s -> groups.computeIfAbsent(key(s, grouping), k -> new ArrayList<>())
                .add(s));
        return groups;
    }

    private static String key(SchoolFigure school, Grouping grouping) {
        @Nullable
        Object key =
                switch (grouping) {
                    case COUNTY -> school.county();
                    case CLUSTER -> school.cluster();
                    case URBAN_RURAL -> school.urbanRural();
                };
        return key == null ? "" : key.toString();
    }

    private static List<WeightedDecimals.Term> terms(List<SchoolFigure> schools) {
        List<WeightedDecimals.Term> terms = new ArrayList<>(schools.size());
        for (SchoolFigure school : schools) {
            BigDecimal weight = Decimals.of(school.w());
            terms.add(new WeightedDecimals.Term(school.exact(), weight));
        }
        return terms;
    }
}
