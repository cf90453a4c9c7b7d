package org.junheng.jobs.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Campuses and teaching points whose parent school is nowhere in the table: they stand alone, and it is told. */
final class ParentCodes implements LateCheck {
    private final References known;
    private final Map<Place, String> parents = new LinkedHashMap<>();

    ParentCodes(References known) {
        this.known = known;
    }

    @Override
    public void see(Cells row, Place place) {
        String parent = row.text("parent_school_code");
        if (parent != null) {
            parents.put(place, parent);
        }
    }

    @Override
    public List<LateFault> faults(Set<Place> gone, Findings findings) {
        parents.keySet().removeAll(gone);
        parents.forEach((place, parent) -> {
            if (!known.knowsSchool(parent)) {
                findings.tell(new Fault(
                        Rule.PARENT_UNKNOWN, place.file(), place.row(), "parent_school_code", parent, parent));
            }
        });
        return List.of();
    }
}
