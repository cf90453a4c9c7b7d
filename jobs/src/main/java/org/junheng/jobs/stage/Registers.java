package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Clusters;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.LinkType;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.SchoolLinks;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Staff;
import org.junheng.stock.Lineage;
import org.junheng.stock.SchoolLink;
import org.junheng.subject.ClusterFacts;
import org.junheng.subject.Membership;
import org.junheng.subject.Register;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.SchoolFacts.Area;
import org.junheng.subject.SchoolFacts.Flags;
import org.junheng.subject.SchoolFacts.StageFacts;
import org.junheng.subject.Stage;

/** Checked tables of schools, staff and clusters as the register that areas and clusters are measured by: some rows per school and year, on the driver. */
public final class Registers {
    private Registers() {}

    static Register of(Tables tables, List<Integer> years) {
        SortedMap<String, Area> areas = areas(tables);
        Map<String, SortedMap<Stage, StageFacts>> stages = stages(tables);
        Set<Integer> wanted = new HashSet<>(years);
        List<SchoolFacts> schools = new ArrayList<>();
        for (Schools s : tables.records(Schools.class)) {
            if (wanted.contains(s.year())) {
                schools.add(school(s, areas, stages.getOrDefault(key(s.schoolCode(), s.year()), new TreeMap<>())));
            }
        }
        return new Register(schools, memberships(tables), clusters(tables), tables.days());
    }

    /** The areas of every county. */
    static SortedMap<String, Area> areas(Tables tables) {
        SortedMap<String, Area> areas = new TreeMap<>();
        for (Counties c : tables.records(Counties.class)) {
            areas.put(c.countyCode(), new Area(c.countyCode(), c.prefectureCode(), c.provinceCode()));
        }
        return areas;
    }

    /** The code that a school's went over to, by merger or by a new name; of several the first. */
    public static SortedMap<String, String> successors(Tables tables) {
        SortedMap<String, String> successors = new TreeMap<>();
        tables.records(SchoolLinks.class).stream()
                .filter(l -> l.linkType() == LinkType.MERGED || l.linkType() == LinkType.RENAMED)
                .sorted(Comparator.comparing(SchoolLinks::effectiveOn).thenComparing(SchoolLinks::successorCode))
                .forEach(l -> successors.putIfAbsent(l.schoolCode(), l.successorCode()));
        return successors;
    }

    /** What follows a school code. */
    static List<SchoolLink> links(Tables tables) {
        return tables.records(SchoolLinks.class).stream()
                .map(l -> new SchoolLink(l.schoolCode(), l.successorCode(), l.effectiveOn()))
                .toList();
    }

    /** Under which codes schools stand in other years. */
    static Lineage lineage(Tables tables, List<Integer> years) {
        List<SchoolLink> links = links(tables);
        return links.isEmpty() ? Lineage.NONE : Lineage.of(of(tables, years), links);
    }

    private static SchoolFacts school(Schools s, SortedMap<String, Area> areas, SortedMap<Stage, StageFacts> stages) {
        String county = s.countyCode();
        Area alone = new Area(county, null, null);
        return new SchoolFacts(
                s.schoolCode(),
                s.year(),
                county == null ? alone : areas.getOrDefault(county, alone),
                s.schoolType(),
                s.urbanRuralClass(),
                new Flags(s.isQualitySchool(), s.isWeakSchool(), s.isNewSchool()),
                s.openedOn(),
                s.closedOn(),
                stages);
    }

    private static Map<String, SortedMap<Stage, StageFacts>> stages(Tables tables) {
        Map<String, SortedMap<Stage, StageFacts>> stages = new HashMap<>();
        for (Staff s : tables.records(Staff.class)) {
            stages.computeIfAbsent(key(s.schoolCode(), s.year()), k -> new TreeMap<>())
                    .put(
                            s.stage(),
                            new StageFacts(
                                    number(s.pupilCount()),
                                    s.aboveRequiredDegreeTeachers(),
                                    s.backboneTeachers(),
                                    s.rotationEligibleTeachers(),
                                    s.rotatedTeachers(),
                                    s.rotatedBackboneTeachers(),
                                    s.shadowTrainingStaff()));
        }
        return stages;
    }

    /** A membership whose role is not said does not count. */
    private static SortedMap<String, List<Membership>> memberships(Tables tables) {
        SortedMap<String, List<Membership>> memberships = new TreeMap<>();
        for (Memberships m : tables.records(Memberships.class)) {
            if (m.role() != null) {
                memberships
                        .computeIfAbsent(m.schoolCode(), s -> new ArrayList<>())
                        .add(new Membership(
                                m.clusterId(), m.role(), m.joinedOn(), m.leftOn(), m.share(), m.recordedOn()));
            }
        }
        return memberships;
    }

    private static List<ClusterFacts> clusters(Tables tables) {
        return tables.records(Clusters.class).stream()
                .map(c -> new ClusterFacts(
                        c.clusterId(), c.clusterType(), c.countyCode(), c.startedOn(), c.cycleEndsOn()))
                .toList();
    }

    static @Nullable Double number(@Nullable Long count) {
        return count == null ? null : Double.valueOf(count);
    }

    private static String key(String school, int year) {
        return school + "|" + year;
    }
}
