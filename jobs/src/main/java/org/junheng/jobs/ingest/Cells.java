package org.junheng.jobs.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of one row by the names of their columns; one instance serves all rows of a table. */
final class Cells {
    private final Map<String, Integer> places = new HashMap<>();
    private @Nullable Object[] values = new @Nullable Object[0];

    Cells(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
    }

    void show(@Nullable Object[] row) {
        values = row;
    }

    /** Whether the table has such a column. */
    boolean holds(String column) {
        return places.containsKey(column);
    }

    @Nullable
    Object value(String column) {
        return values[Objects.requireNonNull(places.get(column), column)];
    }

    @Nullable
    String text(String column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    @Nullable
    Double number(String column) {
        return value(column) instanceof Number number ? (Double) number.doubleValue() : null;
    }

    @Nullable
    LocalDate date(String column) {
        return (LocalDate) value(column);
    }
}
