package org.junheng.jobs.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many rows of a table each year has, so that a year that lost a fifth of the rows of the year before is told. */
final class YearCounts {
    private static final int COMPARABLE = 10;

    private final int column;
    private final Map<Integer, Long> rows = new TreeMap<>();
    private int last;
    private long count;

    /** @param column place of the year; -1 = the table has none */
    YearCounts(int column) {
        this.column = column;
    }

    void see(@Nullable Object[] values) {
        if (column >= 0 && values[column] instanceof Integer year) {
            if (year != last) {
                store();
                last = year;
            }
            count++;
        }
    }

    private void store() {
        rows.merge(last, count, Long::sum);
        count = 0;
    }

    /** {@code 2023: 120 → 2024: 60}, the worst pair of neighbouring years; empty when no year is much smaller than the one before. */
    Optional<String> shrunk() {
        store();
        rows.remove(0);
        String worst = null;
        double least = 0.8;
        long before = 0;
        int yearBefore = 0;
        for (Map.Entry<Integer, Long> year : rows.entrySet()) {
            double share = before < COMPARABLE ? 1 : (double) year.getValue() / before;
            if (share < least) {
                least = share;
                worst = yearBefore + ": " + before + " → " + year.getKey() + ": " + year.getValue();
            }
            before = year.getValue();
            yearBefore = year.getKey();
        }
        return Optional.ofNullable(worst);
    }
}
