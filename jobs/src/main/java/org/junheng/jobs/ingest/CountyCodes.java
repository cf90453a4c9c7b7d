package org.junheng.jobs.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.LinkType;
import org.junheng.jobs.table.Schema;

/**
 * The dated crosswalk of county codes (区划沿革): rows of all years speak of the counties of the last evaluated year, so that every series of
 * a county goes on through new codes and mergers. Each row that is put under another county is told.
 *
 * <p>Of a county that was split a school goes where {@code county_links} lists it or its township, else where its own rows of the years after
 * the split say that it lies. What neither says is not guessed: {@link CountySplits}. What a county that was merged or split stated of itself
 * stays its own, for two counties' figures cannot be one.
 */
final class CountyCodes {
    private static final Set<String> OF_PLACES = Set.of("schools", "clusters", "retention");
    private static final Set<String> OF_CODES = Set.of("counties", "county_links");

    private final LocalDate until;
    private final Map<String, Link> links = new HashMap<>();
    private final CountySplits splits = new CountySplits();

    private record Link(String successor, LocalDate day, LinkType type) {}

    /** @param lastYear of the evaluation; a link of a later school year does not hold yet */
    CountyCodes(int lastYear) {
        this.until = LocalDate.of(lastYear + 1, 9, 1);
    }

    /** Takes note of a row of {@code county_links}; one without a type is a new code for the same county. */
    void learn(Cells row) {
        LocalDate day = row.date("effective_on");
        String type = row.text("link_type");
        LinkType kind = type == null ? LinkType.RENAMED : LinkType.valueOf(type);
        if (day == null || !day.isBefore(until)) {
            return;
        }
        if (kind == LinkType.SPLIT) {
            splits.learn(row, day);
        } else {
            String code = String.valueOf(row.text("county_code"));
            links.put(code, new Link(String.valueOf(row.text("successor_code")), day, kind));
        }
    }

    /** Whether the places of schools in later years must be known before their rows are read. */
    boolean asksForPlaces(Schema<?> schema) {
        return schema.table().equals("schools") && !splits.isEmpty();
    }

    /** Takes note of where a school lies in a year. */
    void learnPlace(Cells row) {
        splits.learnPlace(row);
    }

    /** The crosswalk of one table. */
    OfTable of(Schema<?> schema) {
        return new OfTable(schema);
    }

    /** The code that stands for a county in the last year. */
    private String last(String code, boolean throughMergers) {
        String at = code;
        Set<String> seen = new HashSet<>();
        for (Link link = links.get(at); link != null && seen.add(at); link = links.get(at)) {
            if (link.type() == LinkType.MERGED && !throughMergers) {
                return code;
            }
            at = link.successor();
        }
        return at;
    }

    /** Where a table names a county. */
    final class OfTable {
        private final int column;
        private final int type;
        private final boolean ofPlaces;
        private final String name;

        private OfTable(Schema<?> schema) {
            boolean isEvidence = schema.table().equals("evidence");
            this.name = isEvidence ? "subject_id" : "county_code";
            boolean holds = !(links.isEmpty() && splits.isEmpty()) && !OF_CODES.contains(schema.table());
            this.column = holds ? schema.names().indexOf(name) : -1;
            this.type = isEvidence ? schema.names().indexOf("subject_type") : -1;
            this.ofPlaces = OF_PLACES.contains(schema.table());
        }

        /** @param row the same values by their names */
        void restate(@Nullable Object[] values, Cells row, CellNotes notes) throws RowFault {
            if (column < 0 || values[column] == null || (type >= 0 && !"county".equals(values[type]))) {
                return;
            }
            String code = String.valueOf(values[column]);
            notes.column(name);
            String last = last(code, ofPlaces);
            if (ofPlaces) {
                last = last(splits.place(last, row, c -> last(c, true), notes), true);
            }
            if (!last.equals(code)) {
                values[column] = last;
                notes.add(Rule.COUNTY_RESTATED, last);
            }
        }
    }
}
