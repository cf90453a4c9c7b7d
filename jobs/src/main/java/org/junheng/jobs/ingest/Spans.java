package org.junheng.jobs.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Memberships against each other: two leads at once, spans inside or across others, clusters without a lead, schools in two clusters. */
final class Spans implements LateCheck {
    private static final int NAMED = 5;

    private final Set<String> clusters;
    private final List<Span> spans = new ArrayList<>();

    private record Span(Place place, String cluster, String school, boolean isLead, LocalDate from, LocalDate until) {
        boolean overlaps(Span other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }

        boolean contains(Span other) {
            return !other.from.isBefore(from) && !other.until.isAfter(until);
        }
    }

    /** The spans of clusters that are known by their table. */
    Spans(Set<String> clusters) {
        this.clusters = clusters;
    }

    @Override
    public void see(Cells row, Place place) {
        LocalDate from = row.date("joined_on");
        LocalDate until = row.date("left_on");
        spans.add(new Span(
                place,
                String.valueOf(row.text("cluster_id")),
                String.valueOf(row.text("school_code")),
                "LEAD".equals(row.text("role")),
                from == null ? LocalDate.MIN : from,
                until == null ? LocalDate.MAX : until));
    }

    @Override
    public List<LateFault> faults(Set<Place> gone, Findings findings) {
        spans.removeIf(s -> gone.contains(s.place()));
        spans.sort(Comparator.comparing(Span::place));
        List<LateFault> faults = new ArrayList<>();
        grouped(s -> s.cluster() + "|" + s.school()).forEach(own -> inside(own, faults, findings));
        removeFaulty(faults);
        grouped(Span::cluster).forEach(members -> twoLeads(members, faults));
        removeFaulty(faults);
        tellClustersWithoutLead(findings);
        tellTwoClusters(findings);
        return faults;
    }

    private void removeFaulty(List<LateFault> faults) {
        Set<Place> left = faults.stream().map(LateFault::place).collect(Collectors.toSet());
        spans.removeIf(s -> left.contains(s.place()));
    }

    private Iterable<List<Span>> grouped(java.util.function.Function<Span, String> by) {
        return spans.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                .values();
    }

    /** The shorter span leaves; two spans that only overlap are told. */
    private static void inside(List<Span> own, List<LateFault> faults, Findings findings) {
        List<Span> longest = new ArrayList<>(own);
        longest.sort(Comparator.comparing(Span::from)
                .thenComparing(Span::until, Comparator.reverseOrder())
                .thenComparing(Span::place));
        for (int i = 1; i < longest.size(); i++) {
            Span span = longest.get(i);
            Span before = longest.get(i - 1);
            String row = before.place().seenFrom(span.place().file());
            if (before.contains(span)) {
                faults.add(new LateFault(span.place(), Rule.SPAN_INSIDE, "joined_on", row));
                longest.set(i, before);
            } else if (before.overlaps(span)) {
                findings.tell(new Fault(
                        Rule.SPANS_OVERLAP, span.place().file(), span.place().row(), "joined_on", null, row));
            }
        }
    }

    private static void twoLeads(List<Span> members, List<LateFault> faults) {
        List<Span> leads = members.stream().filter(Span::isLead).toList();
        for (Span lead : leads) {
            leads.stream()
                    .filter(other -> !other.place().equals(lead.place()) && other.overlaps(lead))
                    .findFirst()
                    .ifPresent(other -> faults.add(new LateFault(
                            lead.place(),
                            Rule.TWO_LEADS,
                            "cluster_id",
                            other.place().seenFrom(lead.place().file()))));
        }
    }

    private void tellClustersWithoutLead(Findings findings) {
        Set<String> without = new TreeSet<>(clusters);
        spans.stream().map(Span::cluster).forEach(without::add);
        spans.stream().filter(Span::isLead).map(Span::cluster).forEach(without::remove);
        if (!without.isEmpty()) {
            findings.tell(Fault.of(Rule.NO_LEAD, "memberships", listed(without)));
        }
    }

    private void tellTwoClusters(Findings findings) {
        Set<String> schools = new TreeSet<>();
        Set<String> files = new HashSet<>();
        grouped(Span::school).forEach(own -> {
            boolean twice = own.stream()
                    .anyMatch(a -> own.stream().anyMatch(b -> !a.cluster().equals(b.cluster()) && a.overlaps(b)));
            if (twice) {
                schools.add(own.get(0).school());
                files.add(own.get(0).place().file());
            }
        });
        if (!schools.isEmpty()) {
            String file = new TreeSet<>(files).first();
            findings.tell(Fault.of(Rule.TWO_CLUSTERS, file, listed(schools)));
        }
    }

    private static String listed(Set<String> names) {
        String some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? some + ", … (" + names.size() + ")" : some;
    }
}
