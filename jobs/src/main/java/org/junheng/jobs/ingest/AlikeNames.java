package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Vocabulary;

/**
 * Names that may be one though they are written in two ways: subjects, indicators, items and townships that differ in capitals, spaces or
 * hyphens, or of which the vocabulary says so (maths, mathematics). Two names are two series in every table, so it is told.
 */
final class AlikeNames {
    private static final List<String> COLUMNS = List.of("subject", "indicator", "item", "township");
    private static final Map<String, String> SUBJECTS = Vocabulary.words("subject_alike");

    private final Map<String, Names> byColumn = new HashMap<>();

    /** The names of a column in all tables, and those of one spelling. */
    private static final class Names {
        final Set<String> all = new HashSet<>();
        final Map<String, SortedSet<String>> alike = new HashMap<>();
    }

    /** The names of one table. */
    OfTable of(Schema<?> schema) {
        List<OfColumn> columns = new ArrayList<>();
        for (String column : COLUMNS) {
            if (schema.names().contains(column)) {
                Names names = byColumn.computeIfAbsent(column, c -> new Names());
                columns.add(new OfColumn(column, schema.names().indexOf(column), names));
            }
        }
        return new OfTable(columns);
    }

    private static String key(String column, String name) {
        String key = Spelt.key(name).replaceAll("[ _-]+", "");
        return column.equals("subject") ? SUBJECTS.getOrDefault(key, key) : key;
    }

    private record OfColumn(String column, int at, Names names) {}

    /** What a table adds. */
    static final class OfTable {
        private final List<OfColumn> columns;
        private final SortedMap<String, Fault> faults = new TreeMap<>();

        private OfTable(List<OfColumn> columns) {
            this.columns = columns;
        }

        /** @param file in which the row stands */
        void see(@Nullable Object[] values, String file) {
            for (OfColumn of : columns) {
                Object name = values[of.at()];
                if (name != null && of.names().all.add(name.toString())) {
                    add(of, name.toString(), file);
                }
            }
        }

        private void add(OfColumn of, String name, String file) {
            String key = key(of.column(), name);
            SortedSet<String> alike = of.names().alike.computeIfAbsent(key, k -> new TreeSet<>());
            alike.add(name);
            if (alike.size() > 1) {
                String all = String.join(", ", alike);
                faults.put(of.column() + " " + key, new Fault(Rule.NAMES_ALIKE, file, 0, of.column(), null, all));
            }
        }

        /** One fault for all names of one spelling. */
        Collection<Fault> faults() {
            return faults.values();
        }
    }
}
