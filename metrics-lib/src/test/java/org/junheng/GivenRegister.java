package org.junheng;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.subject.ClusterFacts;
import org.junheng.subject.ClusterType;
import org.junheng.subject.Membership;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.RosterDays;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.SchoolFacts.Area;
import org.junheng.subject.SchoolFacts.Flags;
import org.junheng.subject.SchoolFacts.StageFacts;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;

/** A register put together school by school. */
public final class GivenRegister {
    public static final Area AREA = new Area("539001", "539000", "530000");

    private final List<SchoolFacts> schools = new ArrayList<>();
    private final SortedMap<String, List<Membership>> memberships = new TreeMap<>();
    private final List<ClusterFacts> clusters = new ArrayList<>();

    /** A primary school. */
    public GivenRegister school(String code, int year, UrbanRuralClass place, Flags flags, Double pupils) {
        return school(code, year, place, flags, staff(pupils, null, null, null));
    }

    public GivenRegister school(String code, int year, UrbanRuralClass place, Flags flags, StageFacts staff) {
        SortedMap<Stage, StageFacts> stages = new TreeMap<>();
        stages.put(Stage.PRIMARY, staff);
        schools.add(new SchoolFacts(code, year, AREA, null, place, flags, null, null, stages));
        return this;
    }

    public GivenRegister add(SchoolFacts school) {
        schools.add(school);
        return this;
    }

    public GivenRegister member(String school, String cluster, Role role, String joined, String left) {
        memberships
                .computeIfAbsent(school, s -> new ArrayList<>())
                .add(new Membership(
                        cluster, role, LocalDate.parse(joined), left == null ? null : LocalDate.parse(left)));
        return this;
    }

    public GivenRegister cluster(String id, ClusterType type) {
        clusters.add(new ClusterFacts(id, type, "539001", null, null));
        return this;
    }

    public Register register() {
        return register(RosterDays.ORDINARY);
    }

    public Register register(RosterDays days) {
        return new Register(schools, memberships, clusters, days);
    }

    public static StageFacts staff(Double pupils, Double eligible, Double rotated, Double rotatedBackbone) {
        return new StageFacts(pupils, null, null, eligible, rotated, rotatedBackbone, null);
    }
}
