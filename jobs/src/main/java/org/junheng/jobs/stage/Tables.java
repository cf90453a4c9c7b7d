package org.junheng.jobs.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.Schema;
import org.junheng.subject.RosterDays;

/**
 * Every table of the contract after its checks; one that was not delivered is empty. Several stages ask for the records of the same ones: those of
 * a table of ordinary size are collected once.
 */
public final class Tables {
    private static final int ORDINARY = 50_000;

    private final Map<String, Rows> tables;
    private final Function<String, Dataset<Row>> engine;
    private final RosterDays days;
    private final Map<Class<?>, List<?>> collected = new HashMap<>();

    /** @param engine gives a table as a data set, where something is computed that needs one */
    public Tables(Map<String, Rows> tables, Function<String, Dataset<Row>> engine) {
        this(tables, engine, RosterDays.ORDINARY);
    }

    private Tables(Map<String, Rows> tables, Function<String, Dataset<Row>> engine, RosterDays days) {
        this.tables = Map.copyOf(tables);
        this.engine = engine;
        this.days = days;
    }

    /** The same tables, with the roster of other days. */
    public Tables on(RosterDays other) {
        return new Tables(tables, engine, other);
    }

    /** On which day the roster speaks for each year. */
    public RosterDays days() {
        return days;
    }

    /** The same tables but one. */
    Tables with(String name, Rows rows) {
        Map<String, Rows> all = new HashMap<>(tables);
        all.put(name, rows);
        return new Tables(
                all,
                table -> table.equals(name) ? rows.dataset(engine.apply(name).sparkSession()) : engine.apply(table),
                days);
    }

    public Set<String> names() {
        return tables.keySet();
    }

    /** A table of the contract by its name. */
    public Rows rows(String name) {
        Rows table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return table;
    }

    /** A table as a data set of the engine. */
    public Dataset<Row> dataset(String name) {
        return engine.apply(name);
    }

    /** Whether this program holds the rows. */
    public boolean areListed() {
        return tables.values().stream().allMatch(rows -> rows.spread().isEmpty());
    }

    List<String> columns(String name) {
        return List.of(rows(name).struct().fieldNames());
    }

    /** The rows of a table that is small enough for the driver. */
    @SuppressWarnings("unchecked") // a list stands under the type of its records
    public synchronized <R extends Record> List<R> records(Class<R> type) {
        @Nullable List<R> known = (List<R>) collected.get(type);
        if (known != null) {
            return known;
        }
        Schema<R> schema = Schema.of(type);
        List<R> records = rows(schema.table()).only(schema.names()).list().stream()
                .map(schema::record)
                .toList();
        if (records.size() <= ORDINARY) {
            collected.put(type, records);
        }
        return records;
    }
}
