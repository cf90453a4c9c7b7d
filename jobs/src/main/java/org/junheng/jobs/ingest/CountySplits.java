package org.junheng.jobs.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Counties that were split (析置), and what says into which part a school or township went. A county that lists one part only goes on under its
 * code beside it.
 *
 * <p>A row of a year before the split that nothing assigns stays under the old county and is told; one of a later year that names a county which
 * is no more leaves.
 */
final class CountySplits {
    private final Map<String, Split> byCounty = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    /** Where a school lies in its latest year. */
    private record Place(int year, String county) {}

    private static final class Split {
        LocalDate day = LocalDate.MAX;
        final TreeSet<String> parts = new TreeSet<>();
        final Map<String, String> listed = new TreeMap<>();
    }

    boolean isEmpty() {
        return byCounty.isEmpty();
    }

    /** A part of a county; with a school or township the part into which it went. */
    void learn(Cells row, LocalDate day) {
        String part = String.valueOf(row.text("successor_code"));
        Split split = byCounty.computeIfAbsent(String.valueOf(row.text("county_code")), c -> new Split());
        split.day = day.isBefore(split.day) ? day : split.day;
        split.parts.add(part);
        for (String column : new String[] {"school_code", "township"}) {
            String name = row.text(column);
            if (name != null) {
                split.listed.put(column + " " + name, part);
            }
        }
    }

    void learnPlace(Cells row) {
        String county = row.text("county_code");
        if (county != null && row.value("year") instanceof Integer year) {
            places.merge(
                    String.valueOf(row.text("school_code")),
                    new Place(year, county),
                    (a, b) -> a.year() >= b.year() ? a : b);
        }
    }

    /**
     * The part of a split county in which a row lies; the county itself when it was not split or nothing says.
     *
     * @param last the code that stands for a county in the last year
     */
    String place(String county, Cells row, UnaryOperator<String> last, CellNotes notes) throws RowFault {
        Split split = byCounty.get(county);
        if (split == null) {
            return county;
        }
        TreeSet<String> parts = new TreeSet<>(split.parts);
        if (parts.size() == 1) {
            parts.add(county);
        }
        String part = part(split, parts, row, last);
        if (part != null) {
            return part;
        }
        boolean isLater = row.holds("year")
                && row.value("year") instanceof Integer year
                && !LocalDate.of(year, 9, 1).isBefore(split.day);
        if (isLater && !parts.contains(county)) {
            throw new RowFault(Rule.COUNTY_GONE, "county_code", String.join(", ", parts));
        } else if (!isLater) {
            notes.add(Rule.SPLIT_UNASSIGNED, String.join(", ", parts));
        }
        return county;
    }

    private @Nullable String part(Split split, Set<String> parts, Cells row, UnaryOperator<String> last) {
        for (String column : new String[] {"school_code", "township"}) {
            String name = row.holds(column) ? row.text(column) : null;
            String listed = name == null ? null : split.listed.get(column + " " + name);
            if (listed != null) {
                return listed;
            }
        }
        Place later = row.holds("school_code") ? places.get(String.valueOf(row.text("school_code"))) : null;
        if (later == null || LocalDate.of(later.year(), 9, 1).isBefore(split.day)) {
            return null;
        }
        String now = last.apply(later.county());
        return parts.stream().anyMatch(p -> last.apply(p).equals(now)) ? now : null;
    }
}
