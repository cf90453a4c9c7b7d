package org.junheng.jobs.trace;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junheng.jobs.Measured;
import org.junheng.jobs.stage.Tables;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.Schools;
import org.junheng.subject.Subject;

/** Which schools lie where, which belong together, and which clusters they are in, in any year. */
final class Roster {
    private final List<Schools> schools;
    private final List<Counties> counties;
    private final List<Memberships> memberships;
    private final SortedMap<String, Set<String>> kin = new TreeMap<>();

    private Roster(List<Schools> schools, List<Counties> counties, List<Memberships> memberships) {
        this.schools = schools;
        this.counties = counties;
        this.memberships = memberships;
        for (Schools s : schools) {
            if (s.parentSchoolCode() != null) {
                related(s.schoolCode(), s.parentSchoolCode());
                related(s.parentSchoolCode(), s.schoolCode());
            }
        }
    }

    static Roster of(Measured.Checked checked) {
        Tables tables = checked.tables();
        return new Roster(
                tables.records(Schools.class), tables.records(Counties.class), tables.records(Memberships.class));
    }

    /** The counties that an area covers, or that the schools of anything else lie in. */
    SortedSet<String> counties(Subject subject) {
        String id = subject.id();
        return switch (subject.type()) {
            case COUNTY -> new TreeSet<>(Set.of(id));
            case TOWNSHIP -> new TreeSet<>(Set.of(id.substring(0, Math.max(0, id.indexOf(':')))));
            case PREFECTURE -> counties(c -> id.equals(c.prefectureCode()));
            case PROVINCE -> counties(c -> id.equals(c.provinceCode()));
            case SCHOOL, STAGE_SCHOOL, CLUSTER -> countiesOf(schools(subject));
        };
    }

    /** The schools of a subject. */
    SortedSet<String> schools(Subject subject) {
        String id = subject.id();
        return switch (subject.type()) {
            case SCHOOL -> new TreeSet<>(Set.of(id));
            case STAGE_SCHOOL -> new TreeSet<>(Set.of(id.substring(0, Math.max(0, id.lastIndexOf(':')))));
            case CLUSTER -> membersOf(Set.of(id));
            default -> schoolsIn(counties(subject));
        };
    }

    SortedSet<String> schoolsIn(Set<String> areas) {
        return sorted(schools.stream()
                .filter(s -> s.countyCode() != null && areas.contains(s.countyCode()))
                .map(Schools::schoolCode)
                .toList());
    }

    SortedSet<String> countiesOf(Set<String> codes) {
        return sorted(schools.stream()
                .filter(s -> codes.contains(s.schoolCode()))
                .map(Schools::countyCode)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList());
    }

    SortedSet<String> clustersOf(Set<String> codes) {
        return sorted(memberships.stream()
                .filter(m -> codes.contains(m.schoolCode()))
                .map(Memberships::clusterId)
                .toList());
    }

    SortedSet<String> membersOf(Set<String> clusters) {
        return sorted(memberships.stream()
                .filter(m -> clusters.contains(m.clusterId()))
                .map(Memberships::schoolCode)
                .toList());
    }

    /** Schools with their parents and campuses. */
    SortedSet<String> families(Set<String> codes) {
        SortedSet<String> all = new TreeSet<>(codes);
        Deque<String> left = new ArrayDeque<>(all);
        while (!left.isEmpty()) {
            for (String relative : kin.getOrDefault(left.remove(), Set.of())) {
                if (all.add(relative)) {
                    left.add(relative);
                }
            }
        }
        return all;
    }

    private SortedSet<String> counties(Predicate<Counties> which) {
        return sorted(counties.stream().filter(which).map(Counties::countyCode).toList());
    }

    private void related(String one, String other) {
        kin.computeIfAbsent(one, s -> new TreeSet<>()).add(other);
    }

    private static SortedSet<String> sorted(Collection<String> codes) {
        return codes.stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
