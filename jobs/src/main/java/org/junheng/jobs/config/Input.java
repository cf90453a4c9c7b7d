package org.junheng.jobs.config;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a table is delivered, and how its files are to be understood where they do not say it themselves.
 *
 * @param path file, glob or folder, as written in the evaluation file
 * @param encoding declared charset; null = detected
 * @param sheet of a workbook; null = every sheet that holds the table
 * @param columns by column of the contract
 * @param drop headings of columns that are not to be read
 * @param arrival when it must be there
 * @param spread how it is delivered wide; null = it is not
 * @param others headings of cells that belong to other rows of a wide table
 */
public record Input(
        String table,
        String path,
        @Nullable String encoding,
        @Nullable String sheet,
        SortedMap<String, ColumnFrom> columns,
        List<String> drop,
        Arrival arrival,
        @Nullable Spread spread,
        List<String> others) {
    public Input(String table, String path, @Nullable String encoding) {
        this(table, path, encoding, null, new TreeMap<>(), List.of(), Arrival.ANY, null, List.of());
    }

    public Input {
        drop = List.copyOf(drop);
        others = List.copyOf(others);
    }

    /** The heading of a wide table to the input of its rows; a table that is not wide has one, without a heading. */
    public List<Map.Entry<String, Input>> parts() {
        Spread wide = spread;
        return wide == null
                ? List.of(Map.entry("", this))
                : wide.headings().stream()
                        .map(h -> Map.entry(h.getKey(), wide.of(this, h)))
                        .toList();
    }
}
