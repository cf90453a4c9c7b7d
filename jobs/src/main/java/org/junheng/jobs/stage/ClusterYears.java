package org.junheng.jobs.stage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.compliance.ClusterYear;
import org.junheng.compliance.ClusterYear.Part;
import org.junheng.compliance.Deed;
import org.junheng.jobs.table.Activities;
import org.junheng.jobs.table.Clusters;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Staff;
import org.junheng.jobs.table.SupportLevel;
import org.junheng.subject.About;
import org.junheng.subject.ActivityKind;
import org.junheng.subject.ClusterFacts;
import org.junheng.subject.Role;
import org.junheng.subject.RosterDays;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** Every cluster of a known type on the roster day of each year, with its schools and what it did. */
final class ClusterYears {
    private final Map<String, Schools> schools = new HashMap<>();
    private final Map<String, Set<Stage>> stages = new HashMap<>();
    private final Map<String, @Nullable Double> rotated = new HashMap<>();
    private final Map<String, SupportLevel> levels = new HashMap<>();
    private final SortedMap<String, List<Memberships>> memberships = new TreeMap<>();
    private final Map<String, List<Deed>> deeds = new HashMap<>();
    private final Map<Integer, Set<ActivityKind>> collected = new HashMap<>();
    private final RosterDays days;
    private boolean namesApproval;

    private ClusterYears(RosterDays days) {
        this.days = days;
    }

    static List<ClusterYear> of(Tables tables, List<Integer> years) {
        ClusterYears of = new ClusterYears(tables.days());
        of.gather(tables);
        List<ClusterYear> views = new ArrayList<>();
        for (Clusters cluster : tables.records(Clusters.class)) {
            years.forEach(year -> of.view(cluster, year, views));
        }
        return views;
    }

    private void gather(Tables tables) {
        tables.records(Memberships.class).forEach(m -> {
            memberships.computeIfAbsent(m.clusterId(), c -> new ArrayList<>()).add(m);
            namesApproval |= !isBlank(m.approvalDocument());
        });
        tables.records(Schools.class).forEach(s -> schools.put(key(s.schoolCode(), s.year()), s));
        tables.records(Staff.class).forEach(s -> {
            String key = key(s.schoolCode(), s.year());
            stages.computeIfAbsent(key, k -> new HashSet<>()).add(s.stage());
            @Nullable Double teachers = s.rotatedTeachers();
            @Nullable Double before = rotated.containsKey(key) ? rotated.get(key) : Double.valueOf(0);
            rotated.put(key, teachers == null || before == null ? null : Double.valueOf(teachers + before));
        });
        tables.records(Counties.class).forEach(c -> {
            if (c.supportLevel() != null) {
                levels.put(c.countyCode(), c.supportLevel());
            }
        });
        tables.records(Activities.class).forEach(this::take);
    }

    private void take(Activities a) {
        if (a.clusterId() != null && a.year() != null && a.kind() != null) {
            collected.computeIfAbsent(a.year(), y -> new HashSet<>()).add(a.kind());
            Double quantity = a.quantity();
            deeds.computeIfAbsent(key(a.clusterId(), a.year()), k -> new ArrayList<>())
                    .add(new Deed(
                            a.kind(),
                            a.semester(),
                            a.fromSchoolCode(),
                            a.toSchoolCode(),
                            a.subject(),
                            quantity == null ? 1 : quantity,
                            a.days()));
        }
    }

    private void view(Clusters cluster, int year, List<ClusterYear> views) {
        LocalDate day = days.of(year);
        SortedMap<String, Part> parts = new TreeMap<>();
        for (Memberships m : memberships.getOrDefault(cluster.clusterId(), List.of())) {
            boolean covers = !day.isBefore(m.joinedOn()) && (m.leftOn() == null || day.isBefore(m.leftOn()));
            if (covers && m.role() != null) {
                parts.merge(m.schoolCode(), part(m, m.role(), year), (a, b) -> a.role() == Role.LEAD ? a : b);
            }
        }
        if (!parts.isEmpty() && cluster.clusterType() != null) {
            Subject subject = new Subject(SubjectType.CLUSTER, cluster.clusterId());
            views.add(new ClusterYear(
                    About.of(subject, year).facet(cluster.clusterType().name()),
                    day,
                    new ClusterFacts(
                            cluster.clusterId(),
                            cluster.clusterType(),
                            cluster.countyCode(),
                            cluster.startedOn(),
                            cluster.cycleEndsOn()),
                    cluster.communityMode(),
                    List.copyOf(parts.values()),
                    collected.containsKey(year) ? deeds.getOrDefault(key(cluster.clusterId(), year), List.of()) : null,
                    collected.getOrDefault(year, Set.of())));
        }
    }

    private Part part(Memberships m, Role role, int year) {
        String key = key(m.schoolCode(), year);
        @Nullable Schools s = schools.get(key);
        @Nullable String county = s == null ? null : s.countyCode();
        @Nullable SupportLevel level = county == null ? null : levels.get(county);
        return new Part(
                m.schoolCode(),
                role,
                county,
                s == null ? null : s.urbanRuralClass(),
                s == null ? null : s.ownership(),
                stages.getOrDefault(key, Set.of()),
                s == null ? null : s.isQualitySchool(),
                namesApproval ? Boolean.valueOf(!isBlank(m.approvalDocument())) : null,
                level == null ? null : Boolean.valueOf(level != SupportLevel.NONE),
                rotated.get(key));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String key(String code, int year) {
        return code + "|" + year;
    }
}
