package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Equipment in yuan among years in 10 000 yuan: a value some ten thousand times that of the school's other years. One such value decides
 * a county's mean and its variation, and dividing it would be a guess.
 */
final class UnitJumps implements LateCheck {
    private static final String COLUMN = "equipment_value_10k_yuan";
    private static final double JUMP = 5_000;

    private final Map<String, List<Seen>> bySchool = new TreeMap<>();

    private record Seen(Place place, double value) {}

    @Override
    public void see(Cells row, Place place) {
        Double value = row.number(COLUMN);
        if (value != null && value > 0) {
            bySchool.computeIfAbsent(String.valueOf(row.text("school_code")), s -> new ArrayList<>())
                    .add(new Seen(place, value));
        }
    }

    @Override
    public List<LateFault> faults(Set<Place> gone, Findings findings) {
        List<LateFault> faults = new ArrayList<>();
        for (List<Seen> years : bySchool.values()) {
            years.removeIf(s -> gone.contains(s.place()));
            years.forEach(seen -> {
                double ratio = seen.value() / middleOfOthers(years, seen);
                if (ratio >= JUMP) {
                    faults.add(new LateFault(seen.place(), Rule.UNIT_JUMP, COLUMN, String.valueOf(Math.round(ratio))));
                }
            });
        }
        return faults;
    }

    /** The lower middle value of the school's other years; not a number when there is none. */
    private static double middleOfOthers(List<Seen> years, Seen own) {
        double[] others = years.stream()
                .filter(s -> !s.place().equals(own.place()))
                .mapToDouble(Seen::value)
                .sorted()
                .toArray();
        return others.length == 0 ? Double.NaN : others[(others.length - 1) / 2];
    }
}
