package org.junheng.subject;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A school in a cluster, from {@code joinedOn} until the day before {@code leftOn}: {@code [joinedOn, leftOn)}.
 *
 * @param share the part of the school that it declares to the cluster; null = nothing declared
 * @param recordedOn when it was written down; null = always known
 */
public record Membership(
        String cluster,
        Role role,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        @Nullable Double share,
        @Nullable LocalDate recordedOn) {

    /** Those that began first come first, and of these the first cluster in code order. */
    static final Comparator<Membership> FIRST =
            Comparator.comparing(Membership::joinedOn).thenComparing(Membership::cluster);

    public Membership(String cluster, Role role, LocalDate joinedOn, @Nullable LocalDate leftOn) {
        this(cluster, role, joinedOn, leftOn, null, null);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(joinedOn) && (leftOn == null || day.isBefore(leftOn));
    }

    /** Its days; none for a membership that ended before it began. */
    public Optional<Span> span() {
        return leftOn != null && !joinedOn.isBefore(leftOn)
                ? Optional.empty()
                : Optional.of(new Span(joinedOn, leftOn));
    }

    /** Whether it covers any day of a span. */
    public boolean touches(Span days) {
        return span().filter(own -> own.overlaps(days)).isPresent();
    }

    /** The memberships as they were known on a day: what was recorded later is left out. */
    public static List<Membership> knownOn(LocalDate day, List<Membership> memberships) {
        return memberships.stream()
                .filter(m -> m.recordedOn() == null || !m.recordedOn().isAfter(day))
                .toList();
    }

    /**
     * The one membership to which a school is attributed where it must be counted once: of those that cover the day the one that began
     * first, and of these the first cluster in code order.
     */
    public static Optional<Membership> attributed(List<Membership> memberships, LocalDate day) {
        return memberships.stream().filter(m -> m.covers(day)).min(FIRST);
    }
}
