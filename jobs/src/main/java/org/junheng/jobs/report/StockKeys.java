package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.Grid.Cell;

/** The ends of an account of quality schools that are published as a number of their own: the stock of an area in a year. */
record StockKeys(SortedSet<Integer> years, SortedMap<Subject, SortedMap<Integer, Double>> stocks) {
    private static final int NONE = 0;

    static StockKeys of(SummaryTables tables) {
        SortedMap<Subject, SortedMap<Integer, Double>> stocks = new TreeMap<>();
        Cells.of(tables.stock()).filter(row -> row.has("stage", "")).forEach(row -> {
            Double schools = row.number("quality_schools");
            if (schools != null) {
                stocks.computeIfAbsent(
                                new Subject(row.text("subject_type"), row.text("subject_id")), s -> new TreeMap<>())
                        .put(row.year(), schools);
            }
        });
        return new StockKeys(tables.years(), stocks);
    }

    /** How the stock of quality schools of an area stands in a key, with a year or a hole for it. */
    static String key(Subject area, String year) {
        return "stock.quality_schools||" + area.key() + "|" + year + "|||||";
    }

    /** The key of a line of an account; empty where it is not a stock that is published. */
    String of(Subject area, Cells account, String line) {
        SortedSet<Integer> before = years.headSet(account.year());
        int year =
                switch (line) {
                    case "opening" -> before.isEmpty() ? NONE : before.last();
                    case "closing" -> account.year();
                    default -> NONE;
                };
        Double stock = stocks.getOrDefault(area, new TreeMap<>()).get(year);
        return stock != null && account.has("unit", "SCHOOLS") && stock.equals(account.number(line))
                ? key(area, Integer.toString(year))
                : "";
    }

    /** A table of accounts with the keys of their ends. */
    Grid keyed(Grid grid, List<Cells> accounts, List<String> columns, Function<Cells, Subject> area) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < grid.rows().size(); i++) {
            Cells account = accounts.get(i);
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                cells.add(grid.rows().get(i).get(c).keyed(of(area.apply(account), account, columns.get(c))));
            }
            rows.add(cells);
        }
        return new Grid(grid.heads(), rows, grid.left(), grid.keys());
    }
}
