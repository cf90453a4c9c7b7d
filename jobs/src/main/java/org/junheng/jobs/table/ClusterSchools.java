package org.junheng.jobs.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.Role;

/** The schools of a cluster, from the day they joined until the day before they left. */
public record ClusterSchools(
        @Key String clusterId,
        @Key String schoolCode,
        @Key LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        @Nullable Role role) {

    /** What is published of a membership. */
    public static ClusterSchools of(Memberships m) {
        return new ClusterSchools(m.clusterId(), m.schoolCode(), m.joinedOn(), m.leftOn(), m.role());
    }
}
