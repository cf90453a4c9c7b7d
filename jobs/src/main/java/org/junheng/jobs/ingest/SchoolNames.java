package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Schools of one name in one county and year under two codes: perhaps one school delivered twice, so it is told; campuses may share a name. */
final class SchoolNames implements LateCheck {
    private final Map<String, List<Seen>> byName = new HashMap<>();
    private final Map<Place, String> again = new TreeMap<>();

    /** A code under a name, and its years as bits. */
    private static final class Seen {
        final String code;
        long years;

        Seen(String code) {
            this.code = code;
        }
    }

    @Override
    public void see(Cells row, Place place) {
        String name = row.text("school_name");
        String county = row.text("county_code");
        if (name != null && county != null && row.value("year") instanceof Integer year && counts(row)) {
            see(Spelt.key(name) + '\u0000' + county, String.valueOf(row.text("school_code")), year, place);
        }
    }

    private static boolean counts(Cells row) {
        return !Boolean.FALSE.equals(row.value("counts_as_school"));
    }

    private void see(String name, String code, int year, Place place) {
        List<Seen> seen = byName.computeIfAbsent(name, n -> new ArrayList<>(1));
        long bit = 1L << (year % Long.SIZE);
        Seen own = null;
        for (Seen s : seen) {
            if (s.code.equals(code)) {
                own = s;
            } else if ((s.years & bit) != 0) {
                again.put(place, s.code + ", " + code);
            }
        }
        if (own == null) {
            own = new Seen(code);
            seen.add(own);
        }
        own.years |= bit;
    }

    @Override
    public List<LateFault> faults(Set<Place> gone, Findings findings) {
        again.keySet().removeAll(gone);
        again.forEach((place, both) ->
                findings.tell(new Fault(Rule.NAME_TWICE, place.file(), place.row(), "school_name", null, both)));
        return List.of();
    }
}
