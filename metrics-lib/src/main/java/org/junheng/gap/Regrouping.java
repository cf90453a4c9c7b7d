package org.junheng.gap;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.subject.ChangeView;
import org.junheng.subject.Grouping;
import org.junheng.subject.SchoolsView;

/** The groups of schools that are there in both years, on their way from those of the baseline to those of now: first they leave, then they join. */
final class Regrouping {
    private static final String NONE = "";

    private final Grouping grouping;
    private final SortedMap<String, String> before = new TreeMap<>();
    private final SortedMap<String, String> after = new TreeMap<>();

    Regrouping(ChangeView view, Grouping grouping) {
        this.grouping = grouping;
        view.base().usable().forEach(s -> before.put(s.school(), grouping.of(s)));
        view.now().usable().forEach(s -> after.put(s.school(), grouping.of(s)));
    }

    /** The part between groups of these figures when schools have joined, left, or both. */
    double between(SchoolsView figures, Entropy index, boolean joined, boolean left) {
        SortedMap<String, String> labels = new TreeMap<>();
        before.forEach((school, was) -> {
            String is = after.get(school);
            if (is != null) {
                labels.put(school, label(was, is, joined, left));
            }
        });
        return GroupShares.between(figures, grouping, labels, index);
    }

    private static String label(String was, String is, boolean joined, boolean left) {
        boolean isOut = left || was.equals(NONE);
        if (was.equals(is) || !isOut) {
            return was;
        }
        return joined ? is : NONE;
    }
}
