package org.junheng.jobs.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was known of the roster on a day. Rows of the same cluster, school and day of joining that were recorded on different days are
 * versions of one fact: the last one recorded by that day holds. A version that ends on the day it begins takes the fact back; a later
 * version restores it.
 */
final class Versions implements LateCheck {
    private final @Nullable LocalDate asKnownOn;
    private final Map<String, List<Version>> facts = new TreeMap<>();

    private record Version(
            Place place,
            @Nullable LocalDate recorded,
            @Nullable LocalDate joined,
            boolean isEmpty) {}

    /** @param asKnownOn the day; null = all that is recorded */
    Versions(@Nullable LocalDate asKnownOn) {
        this.asKnownOn = asKnownOn;
    }

    @Override
    public void see(Cells row, Place place) {
        LocalDate joined = row.date("joined_on");
        String fact = row.text("cluster_id") + "\u0000" + row.text("school_code") + "\u0000" + joined;
        boolean empty = joined != null && joined.equals(row.date("left_on"));
        facts.computeIfAbsent(fact, f -> new ArrayList<>())
                .add(new Version(place, row.date("recorded_on"), joined, empty));
    }

    @Override
    public List<LateFault> faults(Set<Place> gone, Findings findings) {
        List<LateFault> faults = new ArrayList<>();
        for (List<Version> versions : facts.values()) {
            versions.removeIf(v -> gone.contains(v.place()));
            if (versions.size() > 1 && versions.stream().anyMatch(v -> v.recorded() == null)) {
                conflict(versions, faults);
            } else {
                settle(versions, faults);
            }
        }
        return faults;
    }

    private static void conflict(List<Version> versions, List<LateFault> faults) {
        for (Version v : versions) {
            Version other = versions.get(versions.get(0).equals(v) ? 1 : 0);
            faults.add(new LateFault(
                    v.place(),
                    Rule.ROWS_IN_CONFLICT,
                    "",
                    other.place().seenFrom(v.place().file())));
        }
    }

    private void settle(List<Version> versions, List<LateFault> faults) {
        List<Version> known = new ArrayList<>();
        for (Version v : versions) {
            LocalDate recorded = v.recorded();
            if (asKnownOn != null && recorded != null && recorded.isAfter(asKnownOn)) {
                faults.add(new LateFault(v.place(), Rule.RECORDED_LATER, "recorded_on", asKnownOn.toString()));
            } else {
                known.add(v);
            }
        }
        known.sort(Comparator.comparing(v -> v.recorded() == null ? LocalDate.MIN : v.recorded()));
        for (int i = 0; i < known.size(); i++) {
            Version v = known.get(i);
            if (i < known.size() - 1) {
                Version next = known.get(i + 1);
                faults.add(new LateFault(
                        v.place(),
                        Rule.SUPERSEDED,
                        "recorded_on",
                        next.place().seenFrom(v.place().file())));
            } else if (v.isEmpty()) {
                boolean takesBack = versions.size() > 1;
                Rule rule = takesBack ? Rule.TAKEN_BACK : Rule.LEFT_BEFORE_JOINED;
                faults.add(new LateFault(v.place(), rule, "left_on", String.valueOf(v.joined())));
            }
        }
    }
}
