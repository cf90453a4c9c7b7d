package org.junheng.selection;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junheng.stock.SchoolLink;

/**
 * Under which codes a school may stand later (沿革): a pupil whose school was renamed, merged or split has not moved.
 *
 * @param reached the codes that the links of a code lead to, itself not among them; codes without links are left out
 */
public record SchoolPaths(SortedMap<String, SortedSet<String>> reached) implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final SchoolPaths NONE = new SchoolPaths(new TreeMap<>());

    public SchoolPaths {
        reached = Collections.unmodifiableSortedMap(new TreeMap<>(reached));
    }

    /** @param until links that take effect on this day or later are not followed */
    public static SchoolPaths of(List<SchoolLink> links, LocalDate until) {
        SortedMap<String, SortedSet<String>> next = new TreeMap<>();
        links.stream().filter(l -> l.effectiveOn().isBefore(until)).forEach(l -> next.computeIfAbsent(
                        l.school(), s -> new TreeSet<>())
                .add(l.successor()));
        SortedMap<String, SortedSet<String>> reached = new TreeMap<>();
        for (String code : next.keySet()) {
            SortedSet<String> codes = new TreeSet<>();
            follow(code, next, codes);
            codes.remove(code);
            reached.put(code, codes);
        }
        return new SchoolPaths(reached);
    }

    /** Whether a school of the later exam is that of the earlier one or continues it. */
    public boolean leads(String earlier, String later) {
        return earlier.equals(later)
                || reached.getOrDefault(earlier, Collections.emptySortedSet()).contains(later);
    }

    /** The code under which a school of the earlier exam stands at the end: its only last successor, else its own. */
    public String last(String code) {
        if (!reached.containsKey(code)) {
            return code;
        }
        List<String> ends = reached.getOrDefault(code, Collections.emptySortedSet()).stream()
                .filter(successor -> !reached.containsKey(successor))
                .toList();
        return ends.size() == 1 ? ends.get(0) : code;
    }

    private static void follow(String code, SortedMap<String, SortedSet<String>> next, SortedSet<String> codes) {
        for (String successor : next.getOrDefault(code, Collections.emptySortedSet())) {
            if (codes.add(successor)) {
                follow(successor, next, codes);
            }
        }
    }
}
