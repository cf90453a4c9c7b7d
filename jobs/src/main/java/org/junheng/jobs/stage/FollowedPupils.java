package org.junheng.jobs.stage;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.selection.LeaverTally;
import org.junheng.selection.LeaverTally.Group;
import org.junheng.selection.PriorPupils;

/**
 * Pupils followed from a prior exam to an outcome exam, by model. Pupils of a county meet in one task, where {@link #count} leaves nothing but
 * numbers per school of them.
 */
final class FollowedPupils {
    private static final String PRIOR = "prior/";
    private static final String LEFT = "left/";

    private final Map<Key, PriorPupils> prior = new HashMap<>(); // sorted before anybody sees an order
    private final List<List<PriorPupils.@Nullable OfSchool>> schools =
            new ArrayList<>(); // of prior, by model and number
    private final SortedMap<Key, SortedMap<String, LeaverTally>> left = new TreeMap<>();

    /** A model and a county. */
    private record Key(int model, String of) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return model == other.model ? of.compareTo(other.of) : Integer.compare(model, other.model);
        }

        String after(String kind) {
            return kind + model + "/" + of;
        }

        static Key read(String key, String kind) {
            int slash = key.indexOf('/', kind.length());
            return new Key(Integer.parseInt(key.substring(kind.length(), slash)), key.substring(slash + 1));
        }
    }

    /** Where the pupils of a school, by its number, are counted; null before that was said. */
    PriorPupils.@Nullable OfSchool known(int model, int school) {
        return model < schools.size() && school < schools.get(model).size()
                ? schools.get(model).get(school)
                : null;
    }

    void knows(int model, int school, PriorPupils.OfSchool pupils) {
        while (schools.size() <= model) {
            schools.add(new ArrayList<>());
        }
        List<PriorPupils.@Nullable OfSchool> known = schools.get(model);
        while (known.size() <= school) {
            known.add(null);
        }
        known.set(school, pupils);
    }

    PriorPupils prior(int model, String county) {
        return prior.computeIfAbsent(new Key(model, county), k -> new PriorPupils());
    }

    /** Low pupils and the rest by county, then school. */
    SortedMap<String, SortedMap<String, LeaverTally>> left(int model) {
        SortedMap<String, SortedMap<String, LeaverTally>> own = new TreeMap<>();
        left.forEach((key, schools) -> {
            if (key.model() == model) {
                own.put(key.of(), schools);
            }
        });
        return Collections.unmodifiableSortedMap(own);
    }

    /** Turns the pupils of whole counties into counts. */
    void count() {
        prior.forEach((county, pupils) -> left.put(county, pupils.tallies()));
        prior.clear();
        schools.clear();
    }

    static boolean holds(String key) {
        return key.startsWith(PRIOR) || key.startsWith(LEFT);
    }

    /** By the key under which it is {@link #merge merged}. */
    Map<String, byte[]> written() {
        Map<String, byte[]> parts = new TreeMap<>();
        prior.forEach((county, pupils) -> parts.put(county.after(PRIOR), SchoolTotals.bytes(pupils::write)));
        left.forEach((county, schools) -> parts.put(county.after(LEFT), SchoolTotals.bytes(out -> {
            out.writeInt(schools.size());
            for (var school : schools.entrySet()) {
                out.writeUTF(school.getKey());
                for (Group group :
                        List.of(school.getValue().low(), school.getValue().rest())) {
                    out.writeLong(group.here());
                    out.writeLong(group.elsewhere());
                    out.writeLong(group.nowhere());
                }
            }
        })));
        return parts;
    }

    void merge(String key, DataInput in) throws IOException {
        if (key.startsWith(PRIOR)) {
            Key county = Key.read(key, PRIOR);
            prior(county.model(), county.of()).merge(PriorPupils.read(in));
        } else {
            SortedMap<String, LeaverTally> schools = new TreeMap<>();
            int n = in.readInt();
            for (int i = 0; i < n; i++) {
                schools.put(in.readUTF(), new LeaverTally(group(in), group(in)));
            }
            left.put(Key.read(key, LEFT), schools);
        }
    }

    private static Group group(DataInput in) throws IOException {
        return new Group(in.readLong(), in.readLong(), in.readLong());
    }
}
