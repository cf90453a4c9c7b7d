package org.junheng.jobs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junheng.jobs.report.Grid.Cell;

/**
 * Rows that a page carries for its script, column by column; what repeats is written once. A cell is its text, or a list of text, class, link and key, as many of
 * them as are not empty.
 */
record PagedRows(Grid grid, int from) {
    private static final int COLUMNS_OF_LINK = 2;
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    String json() {
        Map<String, Object> carried = new LinkedHashMap<>();
        carried.put("n", grid.rows().size() - from);
        carried.put(
                "columns",
                IntStream.range(0, grid.heads().size()).mapToObj(this::column).toList());
        if (!grid.keys().isEmpty()) {
            carried.put("keys", parts(grid.keys().subList(from, grid.keys().size())));
        }
        return Json.of(carried);
    }

    private Map<String, Object> column(int column) {
        boolean isNumber = grid.heads().get(column).isNumber();
        String pattern = pattern(column);
        Map<String, Object> packed = packed(rows().stream()
                .map(row -> cell(row.get(column), isNumber, !pattern.isEmpty()))
                .toList());
        if (!pattern.isEmpty()) {
            packed.put("h", pattern);
        }
        return packed;
    }

    private List<List<Cell>> rows() {
        return grid.rows().subList(from, grid.rows().size());
    }

    /** How all links of a column follow from the first column; empty where they do not. */
    private String pattern(int column) {
        if (rows().isEmpty() || rows().get(0).get(column).href().isEmpty()) {
            return "";
        }
        List<Cell> first = rows().get(0);
        String pattern = first.get(column).href().replace(first.get(0).shown() + ".html", "{0}.html");
        boolean follows = pattern.split("\\{0\\}", -1).length == COLUMNS_OF_LINK
                && rows().stream().allMatch(row -> row.get(column)
                        .href()
                        .equals(pattern.replace("{0}", row.get(0).shown())));
        return follows ? pattern : "";
    }

    private static Object cell(Cell cell, boolean isNumberColumn, boolean linkFollows) {
        String style = cell.isNumber() == isNumberColumn && cell.verdict().isEmpty()
                ? ""
                : String.valueOf(cell.style()).replace("null", "");
        String href = linkFollows ? "" : cell.href();
        if (!cell.key().isEmpty()) {
            return List.of(cell.shown(), style, href, cell.key());
        } else if (!href.isEmpty()) {
            return List.of(cell.shown(), style, href);
        }
        return style.isEmpty() ? cell.shown() : List.of(cell.shown(), style);
    }

    /** Keys by their parts, which repeat far more than the keys do; whole where they have not the same number of parts. */
    private static List<Map<String, Object>> parts(List<String> keys) {
        List<List<String>> cut =
                keys.stream().map(key -> List.of(key.split("\\|", -1))).toList();
        if (cut.stream().map(List::size).distinct().count() != 1) {
            return List.of(packed(keys));
        }
        return IntStream.range(0, cut.get(0).size())
                .mapToObj(part -> packed(cut.stream().map(key -> key.get(part)).toList()))
                .toList();
    }

    /** A letter each where the letters suffice. */
    private static Object indices(List<Integer> places) {
        if (places.stream().anyMatch(place -> place >= LETTERS.length())) {
            return places;
        }
        StringBuilder letters = new StringBuilder(places.size());
        places.forEach(place -> letters.append(LETTERS.charAt(place)));
        return letters.toString();
    }

    /** {@code c}, what stands in all; or {@code d}, what stands in any, and {@code i}, which of these in each; or {@code v}, all of them. */
    private static Map<String, Object> packed(List<?> cells) {
        Map<Object, Integer> places = new LinkedHashMap<>();
        cells.forEach(cell -> places.putIfAbsent(cell, places.size()));
        Map<String, Object> packed = new LinkedHashMap<>();
        if (places.size() == 1) {
            packed.put("c", cells.get(0));
        } else if (2 * places.size() > cells.size()) {
            packed.put("v", cells);
        } else {
            packed.put("d", List.copyOf(places.keySet()));
            packed.put("i", indices(cells.stream().map(places::get).toList()));
        }
        return packed;
    }
}
