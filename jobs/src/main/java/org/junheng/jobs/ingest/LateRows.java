package org.junheng.jobs.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The late faults by their place; a row has one. */
final class LateRows {
    private final Map<Place, LateCheck.LateFault> byPlace = new HashMap<>();

    LateRows(List<LateCheck.LateFault> faults) {
        faults.forEach(f -> byPlace.putIfAbsent(f.place(), f));
    }

    Set<Place> places() {
        return byPlace.keySet();
    }

    Optional<LateCheck.LateFault> at(String file, long row) {
        return Optional.ofNullable(byPlace.get(new Place(file, row)));
    }
}
