package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Grid.Cell;
import tech.tablesaw.api.Table;

/** What counties lack to the standard in one year: a row for each county and stage, a column with its unit for each of the seven resources. */
final class LackingGrid {
    private LackingGrid() {}

    /** All counties, none leading anywhere. */
    static Grid of(Table shortfall, int year, Display display) {
        return Grid.shortened(of(shortfall, year, display, null, county -> true));
    }

    /** Some counties, leading to their pages. */
    static Grid of(Table shortfall, int year, Display display, @Nullable Linked linked, Predicate<String> isMeant) {
        SortedMap<String, List<Cells>> byPlace = new TreeMap<>();
        Cells.of(shortfall)
                .filter(row -> row.year() == year
                        && isMeant.test(row.text("county_code"))
                        && BalanceRows.SEVEN.contains(row.text("facet")))
                .forEach(row -> byPlace.computeIfAbsent(
                                row.text("county_code") + "\t" + place(row.text("stage")), p -> new ArrayList<>())
                        .add(row));
        List<List<Cell>> rows = byPlace.values().stream()
                .map(lacking -> row(lacking, display, linked))
                .toList();
        return new Grid(
                heads(byPlace, display),
                rows,
                0,
                byPlace.values().stream().map(LackingGrid::key).toList());
    }

    private static int place(String stage) {
        return new TrendKey(stage, Facet.of("", "")).place();
    }

    private static List<Cell> heads(SortedMap<String, List<Cells>> byPlace, Display display) {
        Wording wording = display.wording();
        return Stream.concat(
                        Stream.of("county", "stage").map(column -> new Cell(display.head(column), false)),
                        BalanceRows.SEVEN.stream().map(facet -> {
                            String unit = byPlace.values().stream()
                                    .map(rows -> find(rows, facet))
                                    .flatMap(Stream::ofNullable)
                                    .map(row -> wording.unit(row.text("unit")))
                                    .findFirst()
                                    .orElse("");
                            return Cell.head(Facet.of(facet, "").shortName(wording) + " (" + unit + ")", facet);
                        }))
                .toList();
    }

    private static String key(List<Cells> lacking) {
        Cells first = lacking.get(0);
        return "resource.shortfall||county|" + first.text("county_code") + "|" + first.year() + "||"
                + first.text("stage") + "||{h}|";
    }

    private static List<Cell> row(List<Cells> lacking, Display display, @Nullable Linked linked) {
        Cells first = lacking.get(0);
        return Stream.concat(
                        Stream.of(
                                linked == null
                                        ? new Cell(first.text("county"), false)
                                        : linked.cell("county", first.text("county_code")),
                                new Cell(display.words("stage", first.text("stage")), false)),
                        BalanceRows.SEVEN.stream().map(facet -> new Cell(shown(find(lacking, facet)), true)))
                .toList();
    }

    private static @Nullable Cells find(List<Cells> rows, String facet) {
        return rows.stream().filter(row -> row.has("facet", facet)).findFirst().orElse(null);
    }

    private static String shown(@Nullable Cells row) {
        Double lacking = row == null ? null : row.number("shortfall");
        return lacking == null ? "" : Numbers.plain(lacking, 1);
    }
}
