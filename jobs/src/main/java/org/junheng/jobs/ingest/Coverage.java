package org.junheng.jobs.ingest;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/** Which schools have a value in which column, so that it can be said for how many of them a metric can be computed. */
public final class Coverage {
    private final Map<String, Integer> schools = new HashMap<>();
    private final Map<String, BitSet> filled = new TreeMap<>();
    private String lastSchool = "";
    private int last;

    /** The columns of one table, ready to take note of its rows; a table of pupils or without schools is not followed. */
    final class OfTable {
        private final int school;
        private final BitSet[] columns;

        private OfTable(Schema<?> schema) {
            boolean followed = schema.columns().stream().noneMatch(Schema.Column::isPersonal);
            this.school = followed ? schema.names().indexOf("school_code") : -1;
            this.columns = schema.names().stream()
                    .map(n -> filled.computeIfAbsent(schema.table() + "." + n, k -> new BitSet()))
                    .toArray(BitSet[]::new);
        }

        void see(@Nullable Object[] values) {
            if (school < 0 || !(values[school] instanceof String code)) {
                return;
            }
            if (!code.equals(lastSchool)) {
                lastSchool = code;
                last = schools.computeIfAbsent(code, c -> schools.size());
            }
            for (int i = 0; i < columns.length; i++) {
                if (values[i] != null) {
                    columns[i].set(last);
                }
            }
        }
    }

    OfTable of(Schema<?> schema) {
        return new OfTable(schema);
    }

    public int schools() {
        return schools.size();
    }

    /**
     * How many schools have a value in every one of some columns; columns of tables that are not about schools do not narrow it.
     *
     * @param inputs {@code table.column}; one of several that will do is written {@code a|b}
     */
    public int schoolsWith(List<String> inputs) {
        BitSet all = new BitSet();
        all.set(0, schools.size());
        for (String input : inputs) {
            BitSet any = new BitSet();
            for (String one : input.split("\\|", -1)) {
                BitSet has = filled.get(one);
                boolean open = has == null || has.isEmpty();
                if (open) {
                    any.set(0, schools.size());
                } else {
                    any.or(has);
                }
            }
            all.and(any);
        }
        return all.cardinality();
    }
}
