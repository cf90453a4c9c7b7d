package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells merged over several rows, as a school's name beside the rows of its stages: what stands in the first row is meant in all of them. A row
 * that holds nothing of its own stays empty.
 */
final class MergedDown {
    private final Map<Long, List<Merges.Area>> beginning = new HashMap<>();
    private final List<Open> open = new ArrayList<>();

    /** An area whose rows are being read, and its text. */
    private record Open(Merges.Area area, String text) {}

    MergedDown(Merges merges) {
        for (Merges.Area area : merges.areas()) {
            if (area.bottom() > area.top()) {
                beginning
                        .computeIfAbsent((long) area.top(), r -> new ArrayList<>())
                        .add(area);
            }
        }
    }

    /** The row with the texts of merged cells that began above it, each with the mark of its origin. */
    RawRow filled(RawRow row) {
        open.removeIf(o -> o.area().bottom() < row.number());
        if (!open.isEmpty() && !row.isBlank()) {
            open.forEach(o -> fill(row.cells(), o));
        }
        for (Merges.Area area : beginning.getOrDefault(row.number(), List.of())) {
            if (area.left() <= row.cells().size()
                    && !row.cells().get(area.left() - 1).isBlank()) {
                open.add(new Open(area, row.cells().get(area.left() - 1)));
            }
        }
        return row;
    }

    private static void fill(List<String> cells, Open o) {
        int at = o.area().left() - 1;
        if (at < cells.size() && cells.get(at).isEmpty()) {
            cells.set(at, StoredCell.MERGED + o.text());
        }
    }
}
