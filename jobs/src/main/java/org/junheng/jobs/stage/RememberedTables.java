package org.junheng.jobs.stage;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The checked tables by name. Several stages ask for the records of the same ones: those of a table of ordinary size are collected once. */
public final class RememberedTables extends AbstractMap<String, Dataset<Row>> {
    private static final int ORDINARY = 50_000;

    private final Map<String, Dataset<Row>> tables;
    private final Map<Class<?>, List<?>> collected = new HashMap<>();

    public RememberedTables(Map<String, Dataset<Row>> tables) {
        this.tables = tables;
    }

    @SuppressWarnings("unchecked") // a list stands under the type of its records
    synchronized <R extends Record> List<R> records(Class<R> type) {
        @Nullable List<R> known = (List<R>) collected.get(type);
        if (known != null) {
            return known;
        }
        List<R> records = Registers.collect(tables, type);
        if (records.size() <= ORDINARY) {
            collected.put(type, records);
        }
        return records;
    }

    @Override
    public Set<Entry<String, Dataset<Row>>> entrySet() {
        return tables.entrySet();
    }
}
