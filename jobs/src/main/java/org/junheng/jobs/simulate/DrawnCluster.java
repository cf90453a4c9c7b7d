package org.junheng.jobs.simulate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.ClusterType;
import org.junheng.subject.CommunityMode;
import org.junheng.subject.Role;

/** A cluster of the drawn province; the lead comes first in its spells. */
record DrawnCluster(
        int number,
        String id,
        String name,
        ClusterType type,
        @Nullable CommunityMode mode,
        DrawnCounty county,
        LocalDate started,
        LocalDate ends,
        List<Spell> spells) {
    DrawnCluster {
        spells = List.copyOf(spells);
    }

    DrawnSchool lead() {
        return spells.get(0).school();
    }

    List<Spell> members() {
        return spells.stream().filter(s -> s.role() == Role.MEMBER).toList();
    }
}
