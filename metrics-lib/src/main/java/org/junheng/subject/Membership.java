package org.junheng.subject;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A school in a cluster, from {@code joinedOn} until the day before {@code leftOn}: {@code [joinedOn, leftOn)}. */
public record Membership(
        String cluster,
        Role role,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(joinedOn) && (leftOn == null || day.isBefore(leftOn));
    }

    /**
     * The one membership to which a school is attributed where it must be counted once: of those that cover the day the one that began
     * first, and of these the first cluster in code order.
     */
    public static Optional<Membership> attributed(List<Membership> memberships, LocalDate day) {
        return memberships.stream()
                .filter(m -> m.covers(day))
                .min(Comparator.comparing(Membership::joinedOn).thenComparing(Membership::cluster));
    }
}
