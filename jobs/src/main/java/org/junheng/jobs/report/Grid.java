package org.junheng.jobs.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A table that the page shows as a table: heads, and rows of words and numbers.
 *
 * @param left how many rows are left to the tables of the run
 * @param keys of the numbers of each row, none where the table has none; with {@code {s}} for the subject of the page, {@code {0}} for the first cell of the row,
 *     {@code {y}} for the year at the head of a column, and {@code {h}}, or {@code {m}}, {@code {y}} and {@code {b}}, for what the head of a column holds as its key:
 *     a facet, or metric, year and base year
 */
public record Grid(List<Cell> heads, List<List<Cell>> rows, int left, List<String> keys) {
    /** Longer tables are in the workbook. */
    private static final int MOST = 300;

    /** Of a table with more rows than this only some stand in the page as they are; its script shows the others. */
    private static final int LONG = 30;

    private static final int WRITTEN = 15;

    private static final int DECIMALS = 5;

    public Grid(List<Cell> heads, List<List<Cell>> rows, int left) {
        this(heads, rows, left, List.of());
    }

    /** What a cell shows, whether it is a number, the verdict that colours it, the page it leads to, and the key of its number; each empty where it has none. */
    public record Cell(String shown, boolean isNumber, String verdict, String href, String key) {
        Cell(String shown, boolean isNumber) {
            this(shown, isNumber, "");
        }

        public Cell(String shown, boolean isNumber, String verdict) {
            this(shown, isNumber, verdict, "", "");
        }

        /** The head of a column of numbers, and what it puts into the keys of its rows. */
        static Cell head(String shown, String key) {
            return new Cell(shown, true, "", "", key);
        }

        /** The same cell with the key of its number. */
        Cell keyed(String key) {
            return new Cell(shown, isNumber, verdict, href, key);
        }

        /** A word that leads to a page. */
        static Cell link(String shown, String href) {
            return new Cell(shown, false, "", href, "");
        }

        private Cell from(String way) {
            return href.isEmpty() ? this : new Cell(shown, isNumber, verdict, way + href, key);
        }

        /** The cell's class in the page; null where it has none. */
        public @Nullable String style() {
            return isNumber ? "number" : verdict.isEmpty() ? null : verdict;
        }
    }

    /** As many rows as a sheet can hold, and how many are left. */
    static Grid shortened(Grid whole) {
        return whole.first(MOST);
    }

    /** The first rows, and how many are left. */
    Grid first(int most) {
        return most >= rows.size()
                ? this
                : new Grid(
                        heads,
                        rows.subList(0, most),
                        left + rows.size() - most,
                        keys.isEmpty() ? keys : keys.subList(0, most));
    }

    /** Some columns of a table, in its order. */
    static Grid of(Table table, Display display, List<String> columns) {
        return of(Cells.of(table).toList(), display, columns, DECIMALS);
    }

    /** Some columns of some rows, their numbers with so many decimals. */
    static Grid of(List<Cells> rows, Display display, List<String> columns, int decimals) {
        return new Grid(
                heads(rows, display, columns),
                rows.stream()
                        .limit(MOST)
                        .map(row -> columns.stream()
                                .map(column -> cell(column, row.cell(column), display, decimals))
                                .toList())
                        .toList(),
                Math.max(0, rows.size() - MOST));
    }

    /** What is missing, the most frequent first. */
    static Grid ofMissing(Table notAssessed, Display display) {
        List<Cells> rows = Cells.of(notAssessed)
                .sorted(Comparator.comparingInt((Cells row) -> -row.count("count")))
                .toList();
        return of(rows, display, List.of("status", "id", "reason", "varies", "count"), DECIMALS);
    }

    private static List<Cell> heads(List<Cells> all, Display display, List<String> columns) {
        return columns.stream()
                .map(column -> new Cell(
                        display.head(column), !all.isEmpty() && !all.get(0).isText(column)))
                .toList();
    }

    private static Cell cell(String column, @Nullable Object value, Display display, int decimals) {
        if (value instanceof String words) {
            return new Cell(display.words(column, words), false);
        }
        return new Cell(value instanceof Double number ? Numbers.plain(number, decimals) : "", true);
    }

    /** With its links seen from another page, from which a way leads to where they begin. */
    Grid from(String way) {
        return new Grid(
                heads,
                rows.stream()
                        .map(row -> row.stream().map(cell -> cell.from(way)).toList())
                        .toList(),
                left,
                keys);
    }

    /** Without columns that say nothing in any row. */
    Grid withoutEmptyColumns() {
        return columns(
                column -> rows.stream().anyMatch(row -> !row.get(column).shown().isEmpty()));
    }

    /** Without one column. */
    Grid without(int column) {
        return columns(other -> other != column);
    }

    private Grid columns(IntPredicate isShown) {
        List<Integer> said =
                IntStream.range(0, heads.size()).filter(isShown).boxed().toList();
        return new Grid(
                said.stream().map(heads::get).toList(),
                rows.stream().map(row -> said.stream().map(row::get).toList()).toList(),
                left,
                keys);
    }

    /** The rows that stand in the page as they are. */
    public List<List<Cell>> written() {
        return isLong() ? rows.subList(0, WRITTEN) : rows;
    }

    public boolean isLong() {
        return rows.size() > LONG;
    }

    /** The other rows, for the script of the page. */
    public String more() {
        return new PagedRows(this, WRITTEN).json();
    }

    /** The key of the numbers of a row; null where they have none. */
    public @Nullable String key(int row) {
        return keys.isEmpty() || keys.get(row).isEmpty() ? null : keys.get(row);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
