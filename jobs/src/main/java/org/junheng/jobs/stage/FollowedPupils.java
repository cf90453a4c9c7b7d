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
import java.util.function.Function;
import org.junheng.selection.LateTransfers.Arrivals;
import org.junheng.selection.LeaverTally;
import org.junheng.selection.LeaverTally.Group;
import org.junheng.selection.PriorPupils;
import scala.Tuple2;

/**
 * Pupils followed from a prior exam to an outcome exam, by model. Pupils of a county meet in one task, where {@link #count} leaves nothing but
 * numbers per school of them.
 */
final class FollowedPupils {
    private static final String PRIOR = "prior/";
    private static final String LEFT = "left/";

    private final Map<Key, PriorPupils> prior = new HashMap<>(); // sorted before anybody sees an order
    private final List<SchoolSlots> schools = new ArrayList<>(); // of prior, by the codes of the exam
    private final SortedMap<Key, SortedMap<String, LeaverTally>> left = new TreeMap<>();
    private final Map<Key, Arrivals> came = new HashMap<>();

    /** A model and a county or school. */
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

    /**
     * Where the pupils of a school in a prior exam are counted.
     *
     * @param code under which the school sat the exam; {@code found} is asked once for each
     */
    PriorPupils.OfSchool of(int model, String code, Function<String, PriorPupils.OfSchool> found) {
        while (schools.size() <= model) {
            schools.add(new SchoolSlots());
        }
        return schools.get(model).of(code, found);
    }

    PriorPupils prior(int model, String county) {
        return prior.computeIfAbsent(new Key(model, county), k -> new PriorPupils());
    }

    void arrivals(int model, String school, Arrivals arrivals) {
        came.merge(new Key(model, school), arrivals, Arrivals::plus);
    }

    /** Low pupils and the rest by county, then school. */
    SortedMap<String, SortedMap<String, LeaverTally>> left(int model) {
        return ofModel(left, model);
    }

    /** Pupils of the outcome exam by school. */
    SortedMap<String, Arrivals> came(int model) {
        return ofModel(came, model);
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

    List<Tuple2<String, byte[]>> encoded() {
        List<Tuple2<String, byte[]>> parts = new ArrayList<>();
        new TreeMap<>(prior)
                .forEach((county, pupils) ->
                        parts.add(new Tuple2<>(county.after(PRIOR), SchoolTotals.bytes(pupils::write))));
        left.forEach((county, schools) -> parts.add(new Tuple2<>(county.after(LEFT), SchoolTotals.bytes(out -> {
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
        }))));
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

    private static <T> SortedMap<String, T> ofModel(Map<Key, T> all, int model) {
        SortedMap<String, T> own = new TreeMap<>();
        all.forEach((key, value) -> {
            if (key.model() == model) {
                own.put(key.of(), value);
            }
        });
        return Collections.unmodifiableSortedMap(own);
    }
}
