package org.junheng.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which school of a later year continues which school of an earlier one (沿革).
 *
 * <p>A school that keeps its code continues. One whose code is gone continues under the code to which its links lead, if that code is new: it was renamed.
 * If that code existed before, it was merged into it. If several lead to one new code, the one with most pupils continues (of equals the
 * first in code order) and the others are merged into it. A code that was split continues in the first new code; the other new codes are new schools.
 * A school that was closed, and opened again under its code afterwards, is two schools.
 */
final class Succession {
    private static final Comparator<Institution> LARGEST = Comparator.comparingLong(
                    (Institution i) -> i.pupils() == null ? -1 : i.pupils())
            .reversed()
            .thenComparing(Institution::school);

    private final SortedMap<String, Institution> before = new TreeMap<>();
    private final SortedMap<String, Institution> after = new TreeMap<>();
    private final SortedMap<String, Institution> continued = new TreeMap<>();
    private final List<Institution> merged = new ArrayList<>();
    private final List<Institution> gone = new ArrayList<>();

    private Succession(Collection<Institution> before, Collection<Institution> after) {
        before.forEach(i -> this.before.put(i.school(), i));
        after.forEach(i -> this.after.put(i.school(), i));
    }

    /** @param until links that take effect on this day or later are not followed */
    static Succession of(
            Collection<Institution> before, Collection<Institution> after, List<SchoolLink> links, LocalDate until) {
        Succession succession = new Succession(before, after);
        SortedMap<String, SortedSet<String>> next = new TreeMap<>();
        links.stream().filter(l -> l.effectiveOn().isBefore(until)).forEach(l -> next.computeIfAbsent(
                        l.school(), s -> new TreeSet<>())
                .add(l.successor()));
        succession.follow(next);
        return succession;
    }

    /** What was there before under the code of a school of the later year, its own or an earlier one; empty for a school that is new. */
    Optional<Institution> before(Institution later) {
        return Optional.ofNullable(continued.get(later.school()));
    }

    /** Schools that were merged into another, in the order of their codes. */
    List<Institution> merged() {
        return merged;
    }

    /** Schools that are gone and lead nowhere. */
    List<Institution> gone() {
        return gone;
    }

    private void follow(SortedMap<String, SortedSet<String>> next) {
        SortedMap<String, List<Institution>> claims = new TreeMap<>();
        before.values().forEach(school -> {
            Institution same = after.get(school.school());
            if (same != null && !same.isReopenedAfter(school)) {
                continued.put(school.school(), school);
            } else {
                successor(school.school(), next, new TreeSet<>())
                        .ifPresentOrElse(
                                code -> claims.computeIfAbsent(code, c -> new ArrayList<>())
                                        .add(school),
                                () -> gone.add(school));
            }
        });
        claims.forEach((code, claimants) -> {
            claimants.sort(LARGEST);
            int first = 0;
            if (!before.containsKey(code)) {
                continued.put(code, claimants.get(0));
                first = 1;
            }
            merged.addAll(claimants.subList(first, claimants.size()));
        });
        merged.sort(Comparator.comparing(Institution::school));
    }

    /** The first code of the later year that the links lead to: new codes before old ones, then in code order. */
    private Optional<String> successor(String code, SortedMap<String, SortedSet<String>> next, Set<String> seen) {
        Set<String> reached = new TreeSet<>();
        reach(code, next, seen, reached);
        return reached.stream()
                .min(Comparator.comparing((String c) -> before.containsKey(c)).thenComparing(c -> c));
    }

    private void reach(String code, SortedMap<String, SortedSet<String>> next, Set<String> seen, Set<String> reached) {
        if (!seen.add(code)) {
            return;
        }
        for (String successor : next.getOrDefault(code, new TreeSet<>())) {
            if (after.containsKey(successor)) {
                reached.add(successor);
            } else {
                reach(successor, next, seen, reached);
            }
        }
    }
}
