package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/** Rows of one table with the same key: of identical rows the first stays, of contradicting rows none. */
final class Repeats {
    private final int[] keys;
    private Fingerprints seen = new Fingerprints();
    private @Nullable BitSet candidates;

    /** Is shown rows of the second reading. */
    interface Visitor {
        void visit(Place place, @Nullable Object[] values);
    }

    private record Seen(Place place, List<@Nullable Object> values) {}

    Repeats(Schema<?> schema) {
        List<String> names = new ArrayList<>(schema.keys());
        if (schema.table().equals("memberships")) {
            names.add("recorded_on"); // rows recorded on different days are versions, not repetitions
        } else if (schema.table().equals("county_links")) {
            names.addAll(List.of("school_code", "township")); // a split lists many
        }
        this.keys = names.stream().mapToInt(schema.names()::indexOf).toArray();
    }

    /** @param row counts the rows of the table */
    void see(@Nullable Object[] values, int row) {
        seen.add(Fingerprints.of(values, keys), row);
    }

    /** Whether two keys had the same fingerprint, so that the rows must be compared; asked when every row was seen. */
    boolean mayBe() {
        return !candidates().isEmpty();
    }

    /** Whether a row must be compared with others. */
    boolean mayBe(int row) {
        return candidates().get(row);
    }

    private BitSet candidates() {
        BitSet known = candidates;
        if (known == null) {
            known = seen.repeated();
            candidates = known;
            seen = new Fingerprints();
        }
        return known;
    }

    /** The rows that leave; {@code again} shows those a second time that must be compared. */
    List<LateCheck.LateFault> faults(Consumer<Visitor> again) {
        Map<String, List<Seen>> byKey = new TreeMap<>();
        again.accept((place, values) -> byKey.computeIfAbsent(key(values), k -> new ArrayList<>())
                .add(new Seen(place, Arrays.asList(values).subList(0, values.length - 2))));
        List<LateCheck.LateFault> faults = new ArrayList<>();
        byKey.values().forEach(same -> compare(same, faults));
        return faults;
    }

    private static void compare(List<Seen> same, List<LateCheck.LateFault> faults) {
        Seen first = same.get(0);
        boolean agree = same.stream().allMatch(s -> s.values().equals(first.values()));
        for (int i = agree ? 1 : 0; i < same.size(); i++) {
            Seen row = same.get(i);
            Seen other = i > 0 ? first : same.get(Math.min(1, same.size() - 1));
            if (same.size() > 1) {
                String detail = other.place().seenFrom(row.place().file());
                faults.add(new LateCheck.LateFault(
                        row.place(), agree ? Rule.ROW_TWICE : Rule.ROWS_IN_CONFLICT, "", detail));
            }
        }
    }

    private String key(@Nullable Object[] values) {
        StringBuilder key = new StringBuilder();
        for (int place : keys) {
            key.append(values[place]).append('\u0000');
        }
        return key.toString();
    }
}
