package org.junheng.jobs.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/** Rows of this program. */
record Listed(StructType struct, List<Row> list) implements Rows {
    private static final int PART = 4_000;

    @Override
    public Optional<Dataset<Row>> spread() {
        return Optional.empty();
    }

    @Override
    public boolean isEmpty() {
        return list.isEmpty();
    }

    @Override
    public Dataset<Row> dataset(SparkSession spark) {
        return spark.createDataFrame(list, struct);
    }

    @Override
    public Rows beside(Rows others) {
        return others instanceof Listed ? this : Packed.of(Packed.of(others).spark(), struct, list.iterator());
    }

    @Override
    public Rows kept() {
        return this;
    }

    @Override
    public Rows where(Which which) {
        return new Listed(struct, which.of(struct, list));
    }

    @Override
    public Rows only(List<String> columns) {
        StructType to = new StructType(columns.stream().map(struct::apply).toArray(StructField[]::new));
        return shaped(to, places(columns));
    }

    /** @param places of the cells, -1 for an empty one */
    private Listed shaped(StructType to, int[] places) {
        return new Listed(
                to,
                list.stream().map(row -> Schema.named(cells(row, places), to)).toList());
    }

    @Override
    public Rows within(String column) {
        int at = struct.fieldIndex(column);
        return new Listed(
                (StructType) struct.fields()[at].dataType(),
                list.stream()
                        .filter(row -> !row.isNullAt(at))
                        .map(row -> row.getStruct(at))
                        .toList());
    }

    @Override
    public Rows and(Rows others) {
        if (!(others instanceof Listed listed)) {
            return others.and(this);
        }
        StructType to = new StructType(Stream.concat(
                        Arrays.stream(struct.fields()),
                        Arrays.stream(listed.struct.fields())
                                .filter(field -> !names(struct).contains(field.name())))
                .toArray(StructField[]::new));
        return new Listed(
                to, Stream.concat(in(to).stream(), listed.in(to).stream()).toList());
    }

    private List<Row> in(StructType to) {
        return names(to).equals(names(struct))
                ? list
                : shaped(to, names(to).stream().mapToInt(names(struct)::indexOf).toArray()).list;
    }

    private static List<String> names(StructType struct) {
        return List.of(struct.fieldNames());
    }

    @Override
    public Rows each(StructType to, FlatMapFunction<Row, Row> step) {
        return new Listed(to, Workers.each(cut(), part -> {
            List<Row> made = new ArrayList<>(part.size());
            for (Row row : part) {
                step.call(row).forEachRemaining(made::add);
            }
            return made;
        }));
    }

    private List<List<Row>> cut() {
        List<List<Row>> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); from += PART) {
            parts.add(list.subList(from, Math.min(list.size(), from + PART)));
        }
        return parts;
    }

    @Override
    public Rows parts(StructType to, MapPartitionsFunction<Row, Row> step) {
        return new Listed(to, Workers.each(cut(), part -> Workers.listed(step.call(part.iterator()))));
    }

    @Override
    public Rows grouped(List<String> by, StructType to, MapPartitionsFunction<Row, Row> step) {
        Map<List<Object>, List<Row>> groups = groups(places(by));
        return new Listed(
                to, Workers.each(List.copyOf(groups.values()), group -> Workers.listed(step.call(group.iterator()))));
    }

    @Override
    public Rows joined(Rows others, List<String> by, Unmatched own) {
        if (!(others instanceof Listed listed)) {
            return beside(others).joined(others, by, own);
        }
        Join join = new Join(struct, listed.struct, by);
        Map<List<Object>, List<Row>> partners = listed.groups(join.keyOfOthers());
        int[] key = join.key();
        List<Row> rows = new ArrayList<>(list.size());
        for (Row row : list) {
            join.rows(List.of(row), partners.getOrDefault(key(row, key), List.of()), own)
                    .forEachRemaining(rows::add);
        }
        return new Listed(join.struct(), rows);
    }

    @Override
    public Rows met(
            MapFunction<Row, String> key,
            Rows others,
            MapFunction<Row, String> theirs,
            StructType to,
            CoGroupFunction<String, Row, Row, Row> step) {
        if (!(others instanceof Listed listed)) {
            return beside(others).met(key, others, theirs, to, step);
        }
        Map<String, Pair> pairs = new LinkedHashMap<>();
        Workers.<Void>calling(() -> {
            for (Row row : list) {
                pairs.computeIfAbsent(key.call(row), Pair::new).own().add(row);
            }
            for (Row row : listed.list) {
                pairs.computeIfAbsent(theirs.call(row), Pair::new).others().add(row);
            }
            return null;
        });
        return new Listed(
                to,
                Workers.each(
                        List.copyOf(pairs.values()),
                        pair -> Workers.listed(step.call(
                                pair.key(), pair.own().iterator(), pair.others().iterator()))));
    }

    private record Pair(String key, List<Row> own, List<Row> others) {
        Pair(String key) {
            this(key, new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Rows by the cells in some places. */
    Map<List<Object>, List<Row>> groups(int[] places) {
        Map<List<Object>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : list) {
            groups.computeIfAbsent(key(row, places), k -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    int[] places(List<String> columns) {
        return columns.stream().mapToInt(struct::fieldIndex).toArray();
    }

    static List<Object> key(Row row, int[] places) {
        return Arrays.asList(cells(row, places));
    }

    private static @Nullable Object[] cells(Row row, int[] places) {
        @Nullable Object[] cells = new @Nullable Object[places.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = places[i] < 0 ? null : row.get(places[i]);
        }
        return cells;
    }

    @Override
    public <T> List<T> ordered(List<String> by, int most, Ordered<T> step) {
        int[] key = places(by);
        List<Row> sorted = new ArrayList<>(list);
        sorted.sort((a, b) -> {
            int order = 0;
            for (int i = 0; i < key.length && order == 0; i++) {
                order = compare(a.get(key[i]), b.get(key[i]));
            }
            return order;
        });
        return List.of(step.of(0, sorted.iterator()));
    }

    @SuppressWarnings("unchecked") // cells of one column are of one type
    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == b) { // texts that say the same are mostly one object
            return 0;
        } else if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        } else if (a instanceof String text) {
            return TextOrder.BYTES.compare(text, (String) b);
        }
        return ((Comparable<Object>) a).compareTo(b);
    }
}
