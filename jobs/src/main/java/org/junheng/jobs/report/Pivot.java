package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final Set<String> WHOLE = Set.of("year", "grade", "cohort", "event_time");
    private static final List<String> STAGES = List.of("KINDERGARTEN", "PRIMARY", "JUNIOR", "SENIOR");

    private final String name;
    private final List<String> keys;
    private final List<String> texts;
    private final List<String> numbers;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<List<String>, PivotRow> rows = new HashMap<>();

    /** A table of key columns, text columns and number columns; further number columns may come with the data. */
    Pivot(String name, List<String> keys, List<String> texts, List<String> numbers) {
        this.name = name;
        this.keys = keys;
        this.texts = texts;
        this.numbers = numbers;
        texts.forEach(this::column);
        numbers.forEach(this::column);
    }

    /** The row of a key, new at its first mention. */
    PivotRow row(List<String> key) {
        return rows.computeIfAbsent(key, k -> new PivotRow(this::column));
    }

    private int column(String column) {
        return columns.computeIfAbsent(column, c -> columns.size());
    }

    /** The table so far: keys, texts, the columns that came with the data in their order, then the declared numbers. */
    Table table() {
        List<Map.Entry<List<String>, PivotRow>> ordered = rows.entrySet().stream()
                .sorted((a, b) -> compare(a.getKey(), b.getKey()))
                .toList();
        List<Column<?>> made = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            made.add(keyColumn(i, ordered));
        }
        texts.forEach(text -> made.add(textColumn(text, ordered)));
        columns.keySet().stream()
                .filter(c -> !texts.contains(c) && !numbers.contains(c))
                .sorted()
                .forEach(c -> made.add(numberColumn(c, ordered)));
        numbers.forEach(c -> made.add(numberColumn(c, ordered)));
        return Table.create(name, made.toArray(Column<?>[]::new));
    }

    private Column<?> keyColumn(int at, List<Map.Entry<List<String>, PivotRow>> ordered) {
        if (WHOLE.contains(keys.get(at))) {
            IntColumn whole = IntColumn.create(keys.get(at));
            ordered.forEach(row -> append(whole, row.getKey().get(at)));
            return whole;
        }
        StringColumn text = StringColumn.create(keys.get(at));
        ordered.forEach(row -> text.append(row.getKey().get(at)));
        return text;
    }

    private static void append(IntColumn column, String whole) {
        if (whole.isEmpty()) {
            column.appendMissing();
        } else {
            column.append(Integer.parseInt(whole));
        }
    }

    private static StringColumn textColumn(String text, List<Map.Entry<List<String>, PivotRow>> ordered) {
        StringColumn column = StringColumn.create(text);
        ordered.forEach(row -> column.append(row.getValue().text(text)));
        return column;
    }

    private static DoubleColumn numberColumn(String number, List<Map.Entry<List<String>, PivotRow>> ordered) {
        DoubleColumn column = DoubleColumn.create(number);
        ordered.forEach(row -> {
            Double value = row.getValue().number(number);
            if (value == null) {
                column.appendMissing();
            } else {
                column.append(value);
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
            case "event_time" -> Integer.compare(number(a), number(b));
            default -> a.compareTo(b);
        };
    }

    /** An empty number comes first. */
    private static int number(String whole) {
        return whole.isEmpty() ? Integer.MIN_VALUE : Integer.parseInt(whole);
    }
}
