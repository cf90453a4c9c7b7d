package org.junheng.jobs.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a column comes from when the evaluation says it: a heading of the file, or one value for all rows.
 *
 * @param heading null = a constant; a path of merged headings is written {@code a > b}
 * @param constant null = read from the file
 * @param unit in which the file counts; null = that of the contract
 * @param values delivered word to the word of the contract
 */
public record ColumnFrom(
        @Nullable String heading,
        @Nullable String constant,
        @Nullable String unit,
        Map<String, String> values) {
    public ColumnFrom {
        values = Map.copyOf(values);
    }
}
