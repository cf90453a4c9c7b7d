package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that lies on its side, as statistics forms do (指标名称 in rows): its columns are read as rows, and the row of a cell is known for
 * each. What stands above the first name is left out.
 */
final class SidewaysSheet implements SheetSource {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 2_000;
    private static final Set<String> VALUES =
            Set.of("计", "合计", "总计", "总数", "数量", "数值", "数", "数据", "值", "指标值", "填报值", "填报数", "本年", "本学年");

    private static final Set<String> NAMES = Set.of("指标名称", "指标", "项目", "项目名称", "名称", "栏目", "内容");

    private final List<RawRow> columns;
    private int next;

    private SidewaysSheet(List<RawRow> columns) {
        this.columns = columns;
    }

    /** The columns of a sheet, merged names in all places that they cover; none when it is too large to be a form. */
    static List<RawRow> columns(SheetView view) {
        List<RawRow> rows = new ArrayList<>();
        int width = 0;
        try (SheetSource sheet = view.open()) {
            for (RawRow row = sheet.next(); row != null; row = sheet.next()) {
                RawRow spread = sheet.spread(row);
                width = Math.max(width, spread.cells().size());
                rows.add(spread);
                if (rows.size() > MOST_ROWS || width > MOST_COLUMNS) {
                    return List.of();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<RawRow> columns = new ArrayList<>(width + 1);
        columns.add(parents(rows));
        for (int j = 0; j < width; j++) {
            columns.add(column(rows, j));
        }
        return columns;
    }

    /** Above a name that is indented or marked as a sub-item (#, 其中) the last name that is not: a column before the first. */
    private static RawRow parents(List<RawRow> rows) {
        List<String> parents = new ArrayList<>(rows.size());
        String parent = "";
        for (RawRow row : rows) {
            String name = row.cells().isEmpty() ? "" : row.cells().get(0);
            boolean isPart = name.matches("(?s)[\\s\u3000#＃].*|其中.*");
            parents.add(isPart ? parent : "");
            parent = isPart || name.isBlank() ? parent : name;
        }
        return new RawRow(0, parents, rows.stream().map(RawRow::number).toList());
    }

    private static RawRow column(List<RawRow> rows, int j) {
        List<String> cells = new ArrayList<>(rows.size());
        rows.forEach(row -> cells.add(j < row.cells().size() ? row.cells().get(j) : ""));
        return new RawRow(j + 1L, cells, rows.stream().map(RawRow::number).toList());
    }

    /** Whether one of some columns holds something in a row; a row without figures is the title of those below it. */
    static boolean isFilled(int row, List<RawRow> columns) {
        return columns.stream().anyMatch(c -> !c.cells().get(row).isBlank());
    }

    /** The same with these rows only. */
    static List<RawRow> rows(List<Integer> kept, List<RawRow> columns) {
        return columns.stream()
                .map(c -> new RawRow(
                        c.number(),
                        kept.stream().map(c.cells()::get).toList(),
                        kept.stream().map(c.rowsOfCells()::get).toList()))
                .toList();
    }

    /** The last row above another that heads the names (指标名称); -1 where none does. */
    static int headRow(List<RawRow> columns, int names, int below) {
        for (int row = below - 1; row >= 0; row--) {
            for (RawRow column : columns.subList(1, names + 1)) {
                if (NAMES.contains(Spelt.key(column.cells().get(row)))) {
                    return row;
                }
            }
        }
        return -1;
    }

    /** The headings of a column between two rows. */
    static List<String> heads(RawRow column, int from, int to) {
        return column.cells().subList(Math.max(0, from), to).stream()
                .map(Spelt::key)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    /** Whether a heading says that the figures themselves stand below it. */
    static boolean isOfFigures(String head) {
        return VALUES.contains(head);
    }

    static SheetSource of(List<RawRow> columns) {
        return new SidewaysSheet(columns);
    }

    @Override
    public @Nullable RawRow next() {
        return next < columns.size() ? columns.get(next++) : null;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void close() {}
}
