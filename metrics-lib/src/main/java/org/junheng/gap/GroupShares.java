package org.junheng.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.stats.Decimals;
import org.junheng.stats.WeightedDecimals;
import org.junheng.subject.Grouping;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;

/** The groups of the schools of one year: their shares of the pupils, means and own indices. */
final class GroupShares {
    private final SortedMap<String, Integer> places = new TreeMap<>();
    private final double[] shares;
    private final double[] means;
    private final double[] indices;

    private GroupShares(Iterable<String> names, int size) {
        names.forEach(name -> places.put(name, places.size()));
        this.shares = new double[size];
        this.means = new double[size];
        this.indices = new double[size];
    }

    static GroupShares of(SchoolsView view, Grouping grouping, Entropy index) {
        Map<String, WeightedDecimals> groups = groups(view, grouping, Map.of());
        GroupShares shares = new GroupShares(groups.keySet(), groups.size());
        double all = view.moments().weight().doubleValue();
        groups.forEach((name, group) -> {
            int at = shares.place(name);
            shares.shares[at] = group.weight().doubleValue() / all;
            shares.means[at] = Decimals.nearest(group.mean());
            shares.indices[at] = group.mean().signum() > 0 ? index.of(group) : 0;
        });
        return shares;
    }

    Set<String> names() {
        return places.keySet();
    }

    /** The same over more groups: one that is not here has no share, and the mean and index that it has in the other year. */
    GroupShares over(Set<String> groups, GroupShares other) {
        GroupShares wider = new GroupShares(groups, groups.size());
        for (String name : groups) {
            int at = wider.place(name);
            GroupShares known = places.containsKey(name) ? this : other;
            wider.shares[at] = known == this ? shares[place(name)] : 0;
            wider.means[at] = known.means[known.place(name)];
            wider.indices[at] = known.indices[known.place(name)];
        }
        return wider;
    }

    /** What a cause adds between two years with the same groups. */
    static double cause(InequalityCause.Cause cause, Entropy index, GroupShares base, GroupShares now) {
        double[] before = weights(index, base.shares, base.means);
        double[] after = weights(index, now.shares, now.means);
        double[] middle = new double[before.length];
        Arrays.setAll(middle, k -> (base.indices[k] + now.indices[k]) / 2);
        if (cause == InequalityCause.Cause.WITHIN) {
            double within = 0;
            for (int k = 0; k < middle.length; k++) {
                within += (before[k] + after[k]) / 2 * (now.indices[k] - base.indices[k]);
            }
            return within;
        }
        double none = rest(index, base.shares, base.means, middle);
        double both = rest(index, now.shares, now.means, middle);
        double weights = rest(index, now.shares, base.means, middle);
        double means = rest(index, base.shares, now.means, middle);
        return cause == InequalityCause.Cause.WEIGHTS
                ? (weights - none + both - means) / 2
                : (means - none + both - weights) / 2;
    }

    /** The part between groups when these schools have these groups, and the others their own. */
    static double between(SchoolsView view, Grouping grouping, Map<String, String> labels, Entropy index) {
        return index.of(WeightedDecimals.of(groups(view, grouping, labels).values().stream()
                .map(g -> new WeightedDecimals.Term(g.mean(), g.weight()))
                .toList()));
    }

    private static Map<String, WeightedDecimals> groups(
            SchoolsView view, Grouping grouping, Map<String, String> labels) {
        SortedMap<String, List<WeightedDecimals.Term>> members = new TreeMap<>();
        for (SchoolFigure school : view.usable()) {
            members.computeIfAbsent(labels.getOrDefault(school.school(), grouping.of(school)), g -> new ArrayList<>())
                    .add(new WeightedDecimals.Term(school.exact(), Decimals.of(school.w())));
        }
        SortedMap<String, WeightedDecimals> groups = new TreeMap<>();
        members.forEach((name, terms) -> groups.put(name, WeightedDecimals.of(terms)));
        return groups;
    }

    private int place(String name) {
        return places.getOrDefault(name, -1);
    }

    private static double[] weights(Entropy index, double[] shares, double[] means) {
        double mean = mean(shares, means);
        double[] weights = shares.clone();
        for (int k = 0; k < weights.length && index == Entropy.THEIL; k++) {
            weights[k] *= means[k] / mean;
        }
        return weights;
    }

    /** {@code sum(s I) + between}. */
    private static double rest(Entropy index, double[] shares, double[] means, double[] indices) {
        double mean = mean(shares, means);
        double[] weights = weights(index, shares, means);
        double rest = 0;
        for (int k = 0; k < shares.length; k++) {
            rest += weights[k] * indices[k] + (shares[k] == 0 ? 0 : shares[k] * index.term(means[k] / mean));
        }
        return rest;
    }

    private static double mean(double[] shares, double[] means) {
        double mean = 0;
        for (int k = 0; k < shares.length; k++) {
            mean += shares[k] * means[k];
        }
        return mean;
    }
}
