package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.impact.ExamCalendar;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.table.Clusters;
import org.junheng.jobs.table.Memberships;
import org.junheng.subject.ClusterType;
import org.junheng.subject.Membership;
import org.junheng.subject.Role;

/** Memberships of schools with the type of their clusters: who had joined by which exam. */
final class ImpactJoins {
    private final SortedMap<String, List<Membership>> memberships = new TreeMap<>();
    private final Map<String, ClusterType> types = new TreeMap<>();

    private ImpactJoins() {}

    /** The first year with an exam as a member, and in which cluster. */
    record Join(int year, String cluster) {}

    static ImpactJoins of(Tables tables, SchoolIdentity identity) {
        ImpactJoins joins = new ImpactJoins();
        tables.records(Clusters.class).forEach(c -> {
            if (c.clusterType() != null) {
                joins.types.put(c.clusterId(), c.clusterType());
            }
        });
        tables.records(Memberships.class).forEach(m -> {
            if (m.role() != null) {
                joins.memberships
                        .computeIfAbsent(identity.of(m.schoolCode(), m.joinedOn()), s -> new ArrayList<>())
                        .add(new Membership(m.clusterId(), m.role(), m.joinedOn(), m.leftOn()));
            }
        });
        return joins;
    }

    /** Of the memberships of the block's types in a role the one that counts first; of equal ones the one that began first, then by code. */
    SortedMap<String, Join> in(ImpactBlock block, Role role) {
        ExamCalendar exams = new ExamCalendar(block.examDay(), block.examYearOffset());
        SortedMap<String, Join> joins = new TreeMap<>();
        memberships.forEach((school, spans) -> spans.stream()
                .filter(m -> m.role() == role && isOfType(m, block))
                .sorted(Comparator.comparing(Membership::joinedOn).thenComparing(Membership::cluster))
                .flatMap(m -> join(m, exams).stream())
                .min(Comparator.comparing(Join::year))
                .ifPresent(join -> joins.put(school, join)));
        return joins;
    }

    private boolean isOfType(Membership membership, ImpactBlock block) {
        ClusterType type = types.get(membership.cluster());
        return type != null && block.clusterTypes().contains(type);
    }

    private static Optional<Join> join(Membership membership, ExamCalendar exams) {
        return exams.firstYear(membership).map(year -> new Join(year, membership.cluster()));
    }
}
