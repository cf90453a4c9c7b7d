package org.junheng.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SchoolFigure;

/** The leads and members of a cluster at the baseline and now, with figures and pupils. */
final class LeadMemberChange {
    private final SortedMap<String, SchoolFigure> leadsBefore;
    private final SortedMap<String, SchoolFigure> leadsNow;
    private final SortedMap<String, SchoolFigure> before;
    private final SortedMap<String, SchoolFigure> now;

    LeadMemberChange(ChangeView view) {
        this.leadsBefore = of(view.base().usable(), Comparison.LEAD_MEMBER::isFirst);
        this.leadsNow = of(view.now().usable(), Comparison.LEAD_MEMBER::isFirst);
        this.before = of(view.base().usable(), Comparison.LEAD_MEMBER::isSecond);
        this.now = of(view.now().usable(), Comparison.LEAD_MEMBER::isSecond);
    }

    private static SortedMap<String, SchoolFigure> of(List<SchoolFigure> schools, Predicate<SchoolFigure> which) {
        SortedMap<String, SchoolFigure> chosen = new TreeMap<>();
        schools.stream().filter(which).forEach(s -> chosen.put(s.school(), s));
        return chosen;
    }

    /** Whether there is a gap in both years. */
    boolean isDefined() {
        return !leadsBefore.isEmpty() && !leadsNow.isEmpty() && !before.isEmpty() && !now.isEmpty();
    }

    double gapBefore() {
        return mean(leadsBefore.values()) - mean(before.values());
    }

    double change() {
        return leads() - mean(now.values()) + mean(before.values());
    }

    /** What the leads' mean changed by. */
    double leads() {
        return mean(leadsNow.values()) - mean(leadsBefore.values());
    }

    /** Members of both years. */
    List<SchoolFigure[]> staying() {
        List<SchoolFigure[]> staying = new ArrayList<>();
        before.forEach((school, was) -> {
            SchoolFigure is = now.get(school);
            if (is != null) {
                staying.add(new SchoolFigure[] {was, is});
            }
        });
        return staying;
    }

    /** The members' mean when those that stay have changed, new ones have joined, and others have left, or not; NaN when nobody is there. */
    double members(boolean changed, boolean joined, boolean left) {
        List<SchoolFigure> members = new ArrayList<>();
        staying().forEach(both -> members.add(both[changed ? 1 : 0]));
        before.values().stream()
                .filter(s -> !left && !now.containsKey(s.school()))
                .forEach(members::add);
        now.values().stream()
                .filter(s -> joined && !before.containsKey(s.school()))
                .forEach(members::add);
        return mean(members);
    }

    private static double mean(Iterable<SchoolFigure> schools) {
        double sum = 0;
        double pupils = 0;
        for (SchoolFigure school : schools) {
            sum += school.w() * school.nearest();
            pupils += school.w();
        }
        return sum / pupils;
    }
}
