package org.junheng.jobs.config;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Units;

/** One entry of {@code inputs}: a path, or a block that also says how the files are to be understood. */
final class InputBlock {
    private static final List<String> KEYS = List.of("column", "constant", "unit", "values", "columns", "by");

    private InputBlock() {}

    static Input read(Block block, String table) {
        if (block.isText(table)) {
            return new Input(table, path(block, table, block.text(table)), null);
        }
        Block longForm = block.block(
                table, List.of("path", "encoding", "sheet", "columns", "drop", "expected_by", "max_age_days"));
        String encoding = longForm.textOrNull("encoding");
        if (encoding != null && !isCharset(encoding)) {
            throw longForm.notAllowed(
                    "encoding", encoding, "不是已知的编码，如 UTF-8、GB18030", "is no known encoding such as UTF-8 or GB18030");
        }
        return new Input(
                table,
                path(longForm, "path", longForm.text("path")),
                encoding,
                longForm.textOrNull("sheet"),
                columns(longForm, table),
                longForm.texts("drop"),
                arrival(longForm),
                spread(longForm, table),
                List.of());
    }

    private static Arrival arrival(Block block) {
        String day = block.textOrNull("expected_by");
        try {
            Integer days = block.has("max_age_days") ? block.integer("max_age_days", 0, 100_000) : null;
            return new Arrival(day == null ? null : LocalDate.parse(day), days);
        } catch (DateTimeParseException e) {
            throw block.notAllowed(
                    "expected_by", String.valueOf(day), "不是日期，如 2024-10-15", "is no day such as 2024-10-15");
        }
    }

    private static SortedMap<String, ColumnFrom> columns(Block block, String table) {
        SortedMap<String, ColumnFrom> columns = new TreeMap<>();
        Schema<?> schema = Inputs.named(table).orElseThrow();
        block.blockIfThere("columns", schema.names()).ifPresent(all -> {
            for (Schema.Column column : schema.columns()) {
                if (all.has(column.name()) && !isSpread(all, column.name())) {
                    columns.put(column.name(), column(all, column));
                }
            }
        });
        return columns;
    }

    private static boolean isSpread(Block columns, String column) {
        return !columns.isText(column) && columns.block(column, KEYS).has("columns");
    }

    /** {@code score: {columns: [语文, 数学], by: subject}}; of a map of headings the values are those of the subject. */
    private static @Nullable Spread spread(Block block, String table) {
        Schema<?> schema = Inputs.named(table).orElseThrow();
        Spread spread = null;
        Block all = block.blockIfThere("columns", schema.names()).orElse(null);
        for (String column : all == null ? List.<String>of() : schema.names()) {
            if (all != null && all.has(column) && isSpread(all, column)) {
                if (spread != null) {
                    throw all.notAllowed(column, "columns", "只能有一列横向展开", "only one column may be spread over several");
                }
                spread = spread(all, column, schema);
            }
        }
        return spread;
    }

    private static Spread spread(Block all, String column, Schema<?> schema) {
        Block wide = all.block(column, List.of("columns", "by"));
        String by = wide.text("by");
        if (!schema.keys().contains(by) || all.has(by)) {
            String keys = String.join(", ", schema.keys());
            throw wide.notAllowed(
                    "by", by, "应为未另行声明的关键列之一：" + keys, "must be a key without a source of its own: " + keys);
        }
        List<Map.Entry<String, String>> headings = new ArrayList<>();
        if (wide.isList("columns")) {
            wide.texts("columns").forEach(h -> headings.add(Map.entry(h, h)));
        } else {
            headings.addAll(wide.textsByKey("columns").entrySet());
        }
        return new Spread(column, by, headings);
    }

    private static ColumnFrom column(Block columns, Schema.Column column) {
        if (columns.isText(column.name())) {
            return new ColumnFrom(columns.text(column.name()), null, null, Map.of());
        }
        Block block = columns.block(column.name(), List.of("column", "constant", "unit", "values"));
        if (block.has("column") == block.has("constant")) {
            throw columns.notAllowed(
                    column.name(), "column, constant", "二者须恰有其一", "exactly one of the two must be given");
        }
        return new ColumnFrom(
                block.textOrNull("column"),
                block.textOrNull("constant"),
                unit(block, column),
                block.has("values") ? block.textsByKey("values") : Map.of());
    }

    private static @Nullable String unit(Block block, Schema.Column column) {
        String unit = block.textOrNull("unit");
        Map<String, Integer> known = Units.of(column);
        if (unit != null && !known.containsKey(unit)) {
            String units = String.join(" ", known.keySet());
            throw block.notAllowed(
                    "unit",
                    unit,
                    "不是 " + column.name() + " 的单位：" + units,
                    "is no unit of " + column.name() + ": " + units);
        }
        return unit;
    }

    static String path(Block block, String key, String path) {
        try {
            if (path.isBlank() || path.contains("://") || Path.of(path).startsWith("~")) {
                throw block.notAllowed(key, path, "不是本机路径", "is not a local path");
            }
            return path;
        } catch (InvalidPathException e) {
            throw block.notAllowed(key, path, "不是路径", "is not a path");
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
