package org.junheng.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.stats.Decimals;

/**
 * How many days of a span a school belonged to each cluster, and to none (成员关系的时间分摊).
 *
 * <p>Every day on which the school was open is given away once: to the one cluster that covers it; where several do, to each its declared share, and
 * what is not declared in equal parts to those that declare nothing. Declared shares beyond 1 are scaled down to 1; declared shares below 1
 * with nobody left to take the rest leave it outside any cluster. So the days of all clusters and the days outside add up to the open days.
 *
 * @param days by cluster, in the order of their codes
 * @param outside open days in no cluster
 * @param open open days of the span
 * @param overlaps clusters to which the school belonged on the same days
 */
public record Exposure(SortedMap<String, BigDecimal> days, BigDecimal outside, long open, List<Overlap> overlaps) {

    /** Days in two clusters at once; {@code cluster} comes before {@code other} in code order. */
    public record Overlap(String cluster, String other, Span days) {}

    public Exposure {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        overlaps = List.copyOf(overlaps);
    }

    /**
     * @param memberships of one school, in any order
     * @param openedOn, closedOn first day and first day after its last; null = not known: open on either side
     */
    public static Exposure of(
            List<Membership> memberships, Span within, @Nullable LocalDate openedOn, @Nullable LocalDate closedOn) {
        boolean never = openedOn != null && closedOn != null && closedOn.isBefore(openedOn);
        Optional<Span> open =
                never ? Optional.empty() : within.and(new Span(openedOn == null ? LocalDate.MIN : openedOn, closedOn));
        return open.map(span -> of(memberships, span))
                .orElseGet(() -> new Exposure(new TreeMap<>(), BigDecimal.ZERO, 0, List.of()));
    }

    /** The part of the open days that fell to a cluster; 0 where the school was never open. */
    public BigDecimal share(String cluster) {
        BigDecimal own = days.getOrDefault(cluster, BigDecimal.ZERO);
        return open == 0 ? BigDecimal.ZERO : Decimals.ratio(own, BigDecimal.valueOf(open));
    }

    private static Exposure of(List<Membership> memberships, Span open) {
        List<Membership> own = memberships.stream()
                .filter(m -> m.touches(open))
                .sorted(Membership.FIRST.thenComparing(Membership::role))
                .toList();
        SortedMap<String, BigDecimal> days = new TreeMap<>();
        BigDecimal outside = BigDecimal.ZERO;
        for (Span part : parts(own, open)) {
            BigDecimal length = BigDecimal.valueOf(part.days());
            BigDecimal given = BigDecimal.ZERO;
            for (var share : shares(own, part.from()).entrySet()) {
                BigDecimal its = Decimals.times(length, share.getValue());
                days.merge(share.getKey(), its, BigDecimal::add);
                given = given.add(share.getValue());
            }
            outside = outside.add(Decimals.times(length, BigDecimal.ONE.subtract(given)));
        }
        return new Exposure(days, outside, open.days(), overlaps(own, open));
    }

    /** The span cut at every day on which a membership begins or ends. */
    private static List<Span> parts(List<Membership> memberships, Span open) {
        SortedSet<LocalDate> cuts =
                new TreeSet<>(List.of(open.from(), open.from().plusDays(open.days())));
        for (Membership m : memberships) {
            cut(cuts, open, m.joinedOn());
            cut(cuts, open, m.leftOn());
        }
        List<Span> parts = new ArrayList<>();
        LocalDate before = null;
        for (LocalDate day : cuts) {
            if (before != null) {
                parts.add(new Span(before, day));
            }
            before = day;
        }
        return parts;
    }

    private static void cut(SortedSet<LocalDate> cuts, Span open, @Nullable LocalDate day) {
        if (day != null && open.covers(day)) {
            cuts.add(day);
        }
    }

    /** What part of a day goes to each cluster that covers it. */
    private static SortedMap<String, BigDecimal> shares(List<Membership> memberships, LocalDate day) {
        SortedMap<String, Optional<BigDecimal>> declared = new TreeMap<>();
        for (Membership m : memberships) {
            if (m.covers(day)) {
                declared.putIfAbsent(m.cluster(), Optional.ofNullable(m.share()).map(Decimals::of));
            }
        }
        BigDecimal sum = declared.values().stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal whole = sum.max(BigDecimal.ONE);
        long silent = declared.values().stream().filter(Optional::isEmpty).count();
        SortedMap<String, BigDecimal> shares = new TreeMap<>();
        declared.forEach((cluster, share) -> shares.put(
                cluster,
                share.isPresent()
                        ? Decimals.ratio(share.get(), whole)
                        : Decimals.ratio(whole.subtract(sum), BigDecimal.valueOf(silent))));
        return shares;
    }

    private static List<Overlap> overlaps(List<Membership> memberships, Span open) {
        List<Overlap> overlaps = new ArrayList<>();
        for (Membership a : memberships) {
            for (Membership b : memberships) {
                if (a.cluster().compareTo(b.cluster()) < 0) {
                    a.span()
                            .flatMap(open::and)
                            .flatMap(days -> b.span().flatMap(days::and))
                            .ifPresent(days -> overlaps.add(new Overlap(a.cluster(), b.cluster(), days)));
                }
            }
        }
        return overlaps;
    }
}
