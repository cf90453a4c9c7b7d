package org.junheng.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The schools of a province year by year, their memberships and the clusters: what numbers about areas and clusters are made of. The order of
 * what it was given has no meaning.
 */
public final class Register {
    private final SortedMap<Integer, SortedMap<String, SchoolFacts>> years = new TreeMap<>();
    private final SortedMap<String, List<Membership>> memberships = new TreeMap<>();
    private final SortedMap<String, ClusterFacts> clusters = new TreeMap<>();
    private final Map<Integer, SortedMap<String, SortedMap<String, Role>>> rosters = new ConcurrentHashMap<>();
    private final RosterDays days;

    /** @param memberships by school */
    public Register(
            List<SchoolFacts> schools, SortedMap<String, List<Membership>> memberships, List<ClusterFacts> clusters) {
        this(schools, memberships, clusters, RosterDays.ORDINARY);
    }

    /** @param days on which the roster speaks for each year */
    public Register(
            List<SchoolFacts> schools,
            SortedMap<String, List<Membership>> memberships,
            List<ClusterFacts> clusters,
            RosterDays days) {
        this.days = days;
        schools.forEach(
                s -> this.years.computeIfAbsent(s.year(), y -> new TreeMap<>()).put(s.school(), s));
        memberships.forEach((school, of) -> this.memberships.put(
                school,
                of.stream()
                        .sorted(Membership.FIRST.thenComparing(Membership::role))
                        .toList()));
        clusters.forEach(c -> this.clusters.put(c.cluster(), c));
    }

    /** On which day the roster speaks for each year. */
    public RosterDays days() {
        return days;
    }

    /** The years with schools, in order. */
    public List<Integer> years() {
        return List.copyOf(years.keySet());
    }

    /** The schools of a year in the order of their codes. */
    public List<SchoolFacts> schools(int year) {
        return List.copyOf(years.getOrDefault(year, new TreeMap<>()).values());
    }

    public @Nullable SchoolFacts school(String code, int year) {
        return years.getOrDefault(year, new TreeMap<>()).get(code);
    }

    /** The codes of the schools that were ever a member of a cluster. */
    public List<String> schoolsEver() {
        return List.copyOf(memberships.keySet());
    }

    /** The register as it was known on a day: memberships recorded later are left out. */
    public Register knownOn(LocalDate day) {
        List<SchoolFacts> schools =
                years.values().stream().flatMap(of -> of.values().stream()).toList();
        SortedMap<String, List<Membership>> known = new TreeMap<>();
        memberships.forEach((school, of) -> known.put(school, Membership.knownOn(day, of)));
        return new Register(schools, known, List.copyOf(clusters.values()), days);
    }

    public boolean hasMemberships() {
        return !memberships.isEmpty();
    }

    /** Every membership that a school ever had, the first to begin first. */
    public List<Membership> memberships(String school) {
        List<Membership> of = memberships.get(school);
        return of == null ? List.of() : of;
    }

    /** The memberships that stand for a school year: those that cover its roster day. */
    public List<Membership> memberships(String school, int year) {
        return memberships(school).stream().filter(m -> m.covers(days.of(year))).toList();
    }

    public SortedMap<String, ClusterFacts> clusters() {
        return Collections.unmodifiableSortedMap(clusters);
    }

    /** What is known of a cluster; nothing but its id where it has no row. */
    public ClusterFacts cluster(String id) {
        return clusters.getOrDefault(id, new ClusterFacts(id, null, null, null, null));
    }

    /** The codes of the schools in every cluster on the roster day of a year, with their role there. */
    public SortedMap<String, SortedMap<String, Role>> rosters(int year) {
        return rosters.computeIfAbsent(year, this::roster);
    }

    private SortedMap<String, SortedMap<String, Role>> roster(int year) {
        SortedMap<String, SortedMap<String, Role>> roster = new TreeMap<>();
        memberships.keySet().forEach(school -> memberships(school, year)
                .forEach(m -> roster.computeIfAbsent(m.cluster(), c -> new TreeMap<>())
                        .merge(school, m.role(), (a, b) -> a == Role.LEAD ? a : b)));
        roster.replaceAll((cluster, schools) -> Collections.unmodifiableSortedMap(schools));
        return Collections.unmodifiableSortedMap(roster);
    }

    /** What schools of a year say, under each area that they lie in; areas and schools in order. */
    public <T> SortedMap<Subject, List<T>> byArea(int year, Function<SchoolFacts, T> of) {
        SortedMap<Subject, List<T>> areas = new TreeMap<>(Comparator.naturalOrder());
        for (SchoolFacts school : schools(year)) {
            T said = of.apply(school);
            school.area().subjects().forEach(area -> areas.computeIfAbsent(area, a -> new ArrayList<>())
                    .add(said));
        }
        return areas;
    }
}
