package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Grid.Cell;

/** Quality schools and the share of pupils in them, in the baseline and in the last year, a row for each area and stage. */
record StockGrid(Display display, Linked linked) {
    Grid of(Collection<SortedMap<Integer, Cells>> byPlace, int base) {
        int last = byPlace.stream().mapToInt(years -> years.lastKey()).max().orElse(base);
        List<Cell> heads = new ArrayList<>(AreaTables.heads(display, Stream.of("name", "stage")));
        heads.add(Cell.head(display.head("schools_before"), "stock.quality_schools " + base));
        heads.add(Cell.head(display.head("schools_after"), "stock.quality_schools " + last));
        heads.add(Cell.head(display.head("places_before"), "stock.quality_places " + base));
        heads.add(Cell.head(display.head("places_after"), "stock.quality_places " + last));
        return new Grid(
                heads,
                byPlace.stream().map(years -> row(years, base)).toList(),
                0,
                byPlace.stream().map(years -> key(years, last)).toList());
    }

    /** None for a place of which nothing is known in the last year. */
    private static String key(SortedMap<Integer, Cells> years, int last) {
        Cells row = years.get(years.lastKey());
        return years.lastKey() < last || row == null
                ? ""
                : String.join("|", "{m}", "", row.text("subject_type"), row.text("subject_id"), "{y}", "{b}") + "|"
                        + row.text("stage") + "|||";
    }

    private List<Cell> row(SortedMap<Integer, Cells> years, int base) {
        List<Cells> known = List.copyOf(years.values());
        Cells last = known.get(known.size() - 1);
        Optional<Cells> first = known.stream().filter(row -> row.year() == base).findFirst();
        return List.of(
                linked.cell(last.text("subject_type"), last.text("subject_id")),
                new Cell(display.words("stage", last.text("stage")), false),
                whole(first.map(row -> row.number("quality_schools")).orElse(null)),
                whole(last.number("quality_schools")),
                share(first.map(row -> row.number("quality_places")).orElse(null)),
                share(last.number("quality_places")));
    }

    private static Cell whole(@Nullable Double number) {
        return new Cell(number == null ? "" : Numbers.plain(number, 0), true);
    }

    private static Cell share(@Nullable Double share) {
        return new Cell(share == null ? "" : Numbers.percent(share), true);
    }
}
