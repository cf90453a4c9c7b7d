package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Turns numbers that come one by one into rows with a cell for each: a table with explicit column types, its rows in the order of their
 * keys. Keys and words are text, so that {@code 0012} stays what it is; the rest are numbers.
 */
final class Pivot {
    private static final Set<String> WHOLE = Set.of("year", "grade");
    private static final List<String> STAGES = List.of("KINDERGARTEN", "PRIMARY", "JUNIOR", "SENIOR");

    private final String name;
    private final List<String> keys;
    private final List<String> texts;
    private final List<String> numbers;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<List<String>, @Nullable Object[]> rows = new TreeMap<>(this::compare);

    /** A table of key columns, text columns and number columns; further number columns may come with the data. */
    Pivot(String name, List<String> keys, List<String> texts, List<String> numbers) {
        this.name = name;
        this.keys = keys;
        this.texts = texts;
        this.numbers = numbers;
        texts.forEach(this::column);
        numbers.forEach(this::column);
    }

    void put(List<String> key, String column, @Nullable Object value) {
        int at = column(column);
        @Nullable Object[] row = rows.computeIfAbsent(key, k -> new Object[columns.size()]);
        if (at >= row.length) {
            row = Arrays.copyOf(row, columns.size());
            rows.put(key, row);
        }
        row[at] = value;
    }

    /** Adds to a cell that counts. */
    void add(List<String> key, String column, double amount) {
        Double before = number(key, column);
        put(key, column, before == null ? amount : before + amount);
    }

    /** Adds a word to a cell that lists. */
    void append(List<String> key, String column, String word) {
        put(key, column, get(key, column) instanceof String before ? before + " " + word : word);
    }

    @Nullable
    Double number(List<String> key, String column) {
        return get(key, column) instanceof Double number ? number : null;
    }

    private @Nullable Object get(List<String> key, String column) {
        @Nullable Object[] row = rows.get(key);
        int at = column(column);
        return row == null || at >= row.length ? null : row[at];
    }

    private int column(String column) {
        return columns.computeIfAbsent(column, c -> columns.size());
    }

    /** The table so far: keys, texts, the columns that came with the data in their order, then the declared numbers. */
    Table table() {
        List<Column<?>> made = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            made.add(keyColumn(i));
        }
        texts.forEach(text -> made.add(textColumn(text)));
        columns.keySet().stream()
                .filter(c -> !texts.contains(c) && !numbers.contains(c))
                .sorted()
                .forEach(c -> made.add(numberColumn(c)));
        numbers.forEach(c -> made.add(numberColumn(c)));
        return Table.create(name, made.toArray(Column<?>[]::new));
    }

    private Column<?> keyColumn(int at) {
        if (WHOLE.contains(keys.get(at))) {
            IntColumn whole = IntColumn.create(keys.get(at));
            rows.keySet().forEach(key -> append(whole, key.get(at)));
            return whole;
        }
        StringColumn text = StringColumn.create(keys.get(at));
        rows.keySet().forEach(key -> text.append(key.get(at)));
        return text;
    }

    private static void append(IntColumn column, String whole) {
        if (whole.isEmpty()) {
            column.appendMissing();
        } else {
            column.append(Integer.parseInt(whole));
        }
    }

    private StringColumn textColumn(String text) {
        StringColumn column = StringColumn.create(text);
        int at = column(text);
        rows.values().forEach(row -> column.append(at < row.length && row[at] instanceof String s ? s : ""));
        return column;
    }

    private DoubleColumn numberColumn(String number) {
        DoubleColumn column = DoubleColumn.create(number);
        int at = column(number);
        rows.values().forEach(row -> {
            if (at < row.length && row[at] instanceof Double value) {
                column.append(value);
            } else {
                column.appendMissing();
            }
        });
        return column;
    }

    private int compare(List<String> a, List<String> b) {
        for (int i = 0; i < keys.size(); i++) {
            int order = compare(keys.get(i), a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(String key, String a, String b) {
        return switch (key) {
            case "stage" -> Integer.compare(STAGES.indexOf(a), STAGES.indexOf(b));
            case "facet" -> new Facet(a, "").compareTo(new Facet(b, ""));
            default -> a.compareTo(b);
        };
    }
}
