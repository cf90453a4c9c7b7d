package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junheng.jobs.report.Grid.Cell;

/** Gaps of counties or clusters over the years, and their change with its interval. */
record TrendGrid(List<Integer> years, Display display, Linked linked) {
    Grid ofCounties(List<Cells> rows) {
        return new Grid(
                heads("cv", Stream.of("county", "measure"), Stream.of("#change_same_schools", "narrowed", "levelling")),
                rows.stream()
                        .map(row -> row(
                                row,
                                List.of(linked.cell("county", row.text("subject_id"))),
                                List.of(
                                        number(row, "change_same_schools"),
                                        words(display.words("narrowed", row.text("narrowed"))),
                                        words(display.words("levelling", row.text("levelling"))))))
                        .toList(),
                0,
                rows.stream().map(row -> key(row, "county", "")).toList());
    }

    private static String key(Cells row, String type, String groups) {
        return key(row, type, groups, "{m}").replace("{y}||", "{y}|{b}|");
    }

    /** The key of the numbers of a row that are no change, with a hole for the year. */
    static String key(Cells row, String type, String groups, String metric) {
        return String.join(
                "|",
                metric,
                "",
                type,
                row.text("subject_id"),
                "{y}",
                "",
                row.text("stage"),
                grade(row),
                row.text("facet") + groups,
                "");
    }

    Grid ofClusters(List<Cells> rows) {
        return new Grid(
                heads("lead_member", Stream.of("cluster", "county", "measure"), Stream.of("unit")),
                rows.stream()
                        .map(row -> row(
                                row,
                                List.of(
                                        linked.cell("cluster", row.text("subject_id")),
                                        linked.cell("county", row.text("county"))),
                                List.of(words(display.wording().unit(row.text("unit"))))))
                        .toList(),
                0,
                rows.stream().map(row -> key(row, "cluster", "|LEAD-MEMBER")).toList());
    }

    private List<Cell> heads(String gap, Stream<String> before, Stream<String> after) {
        List<Cell> heads = new ArrayList<>(AreaTables.heads(display, before));
        years.forEach(year -> heads.add(Cell.head(Integer.toString(year), "gap." + gap + " " + year)));
        String change = " " + linked.tables().lastYear() + " " + linked.tables().baseline();
        heads.add(Cell.head(display.head("change"), "gap_change." + gap + change));
        after.forEach(column -> heads.add(
                column.startsWith("#")
                        ? Cell.head(display.head(column.substring(1)), "gap_change." + gap + "_same_schools" + change)
                        : new Cell(display.head(column), false)));
        return heads;
    }

    private List<Cell> row(Cells row, List<Cell> who, List<Cell> after) {
        List<Cell> cells = new ArrayList<>(who);
        cells.add(words(display.words("stage", row.text("stage")) + " · "
                + Facet.of(row.text("facet"), grade(row)).shortName(display.wording())));
        years.forEach(year -> cells.add(number(row, Integer.toString(year))));
        Double change = row.number("change");
        cells.add(new Cell(
                change == null ? "" : Numbers.figure(change, row.number("change_low"), row.number("change_high")),
                true));
        cells.addAll(after);
        return cells;
    }

    private static String grade(Cells row) {
        return row.number("grade") == null ? "" : Integer.toString(row.count("grade"));
    }

    private static Cell number(Cells row, String column) {
        Double number = row.number(column);
        return new Cell(number == null ? "" : Numbers.figure(number), true);
    }

    private static Cell words(String shown) {
        return new Cell(shown, false);
    }
}
