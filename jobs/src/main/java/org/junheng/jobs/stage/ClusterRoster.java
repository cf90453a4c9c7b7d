package org.junheng.jobs.stage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.table.Memberships;
import org.junheng.subject.Membership;
import org.junheng.subject.Role;
import org.junheng.subject.RosterDays;

/** Who is in which cluster: the memberships as delivered, one record each, few enough to be held at once. */
final class ClusterRoster {
    static final ClusterRoster NONE = new ClusterRoster(RosterDays.ORDINARY);

    private record Entry(String school, Membership membership) {}

    private final List<Entry> entries = new ArrayList<>();
    private final RosterDays days;

    private ClusterRoster(RosterDays days) {
        this.days = days;
    }

    static ClusterRoster of(Tables tables) {
        ClusterRoster roster = new ClusterRoster(tables.days());
        for (Memberships m : tables.records(Memberships.class)) {
            if (m.role() != null) {
                roster.entries.add(
                        new Entry(m.schoolCode(), new Membership(m.clusterId(), m.role(), m.joinedOn(), m.leftOn())));
            }
        }
        return roster;
    }

    /** Schools by cluster with their part in it, on the day that stands for a year; who leads is no member. */
    SortedMap<String, SortedMap<String, Role>> in(int year) {
        LocalDate day = days.of(year);
        SortedMap<String, SortedMap<String, Role>> clusters = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.membership.covers(day)) {
                clusters.computeIfAbsent(entry.membership.cluster(), c -> new TreeMap<>())
                        .merge(entry.school, entry.membership.role(), (a, b) -> a == Role.LEAD ? a : b);
            }
        }
        return clusters;
    }
}
