package org.junheng.stock;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.subject.Register;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.Span;

/**
 * Under which code a school of one year stands in a later one (沿革), so that every series of a school goes on through changes of its code.
 *
 * <p>A renamed school goes on under its new code, through any number of links. A school merged into one that was there before ends. Of
 * several that were merged into a new code, and of several new codes of a school that was split, one goes on, as {@link Succession} says.
 * A code that was closed and opened again is two schools.
 *
 * @param codes by the earlier year, then the later one: code then to code now, where it is not the same; an empty code for a school that ended
 */
public record Lineage(SortedMap<Integer, SortedMap<Integer, SortedMap<String, String>>> codes) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ENDED = "";

    /** Every school keeps its code. */
    public static final Lineage NONE = new Lineage(new TreeMap<>());

    public Lineage {
        codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
    }

    public static Lineage of(Register register, List<SchoolLink> links) {
        Set<String> touched = touched(register, links);
        SortedMap<Integer, SortedMap<Integer, SortedMap<String, String>>> codes = new TreeMap<>();
        List<Integer> years = touched.isEmpty() ? List.of() : register.years();
        for (int from : years) {
            for (int to : years) {
                if (from < to) {
                    SortedMap<String, String> changed = changed(
                            institutions(register, from, touched), institutions(register, to, touched), links, to);
                    codes.computeIfAbsent(from, y -> new TreeMap<>()).put(to, changed);
                }
            }
        }
        return new Lineage(codes);
    }

    /** The code of a school of an earlier year in a later one; its own where nothing is known, empty where it ended and its code begins anew. */
    public String later(String school, int from, int to) {
        return between(from, to).getOrDefault(school, school);
    }

    /** The same where every school must keep a code of its own: a school that ended keeps the one it had. */
    public String continuing(String school, int from, int to) {
        String later = later(school, from, to);
        return later.isEmpty() ? school : later;
    }

    /** The code in an earlier year of a school of a later one; its own where nothing is known, empty where its code was another school's. */
    public String earlier(String school, int from, int to) {
        SortedMap<String, String> changed = between(from, to);
        return changed.entrySet().stream()
                .filter(e -> e.getValue().equals(school))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(changed.containsKey(school) ? ENDED : school);
    }

    /** Whether any school of a year stands under another code in a later one. */
    public boolean isEmpty(int from, int to) {
        return between(from, to).isEmpty();
    }

    private SortedMap<String, String> between(int from, int to) {
        return codes.getOrDefault(from, Collections.emptySortedMap()).getOrDefault(to, Collections.emptySortedMap());
    }

    private static SortedMap<String, String> changed(
            Collection<Institution> before, Collection<Institution> after, List<SchoolLink> links, int year) {
        LocalDate until = Span.schoolYear(year + 1).from();
        Succession succession = Succession.of(before, after, links, until);
        SortedMap<String, String> changed = new TreeMap<>();
        Set<String> continued = new HashSet<>();
        for (Institution now : after) {
            succession.before(now).ifPresent(then -> {
                continued.add(then.school());
                if (!then.school().equals(now.school())) {
                    changed.put(then.school(), now.school());
                }
            });
        }
        for (Institution now : after) {
            boolean another = before.stream().anyMatch(then -> then.school().equals(now.school()));
            if (another && !continued.contains(now.school())) {
                changed.put(now.school(), ENDED);
            }
        }
        return changed;
    }

    private static List<Institution> institutions(Register register, int year, Set<String> touched) {
        List<Institution> institutions = new ArrayList<>();
        for (SchoolFacts s : register.schools(year)) {
            if (touched.contains(s.school())) {
                Double pupils = s.pupils();
                Long count = pupils == null ? null : Long.valueOf(pupils.longValue());
                institutions.add(
                        new Institution(s.school(), s.area().county(), null, count, s.openedOn(), s.closedOn()));
            }
        }
        return institutions;
    }

    /** The codes that a link names, and those with two days of opening or with one after their closing. */
    private static Set<String> touched(Register register, List<SchoolLink> links) {
        Set<String> touched = new HashSet<>();
        links.forEach(l -> touched.addAll(List.of(l.school(), l.successor())));
        Map<String, LocalDate> closed = new HashMap<>();
        for (int year : register.years()) {
            for (SchoolFacts s : register.schools(year)) {
                LocalDate before = closed.get(s.school());
                LocalDate opened = s.openedOn();
                if (before != null && opened != null && !opened.isBefore(before)) {
                    touched.add(s.school());
                }
                if (s.closedOn() != null) {
                    closed.put(s.school(), s.closedOn());
                }
            }
        }
        return touched;
    }
}
